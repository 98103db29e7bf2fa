// The fields of the card: each does what the mouse does on the map.
import { useLayoutEffect, useState } from "preact/hooks";
import { html } from "../../../page/src/html.js";
import { needsEvidence } from "../actions.js";
import { isInside } from "../reading/district.js";
import { length, metresTyped, position } from "../reading/numbers.js";
import { keycap } from "./marks.js";

/** @param {Event} event */
const typed = (event) => /** @type {HTMLInputElement | HTMLSelectElement} */ (event.target).value;

/**
 * A field whose text is read when the reader leaves it or presses Enter; until then it is the reader's.
 * @param {{id: string, shown: string, hint: string, read: (text: string) => boolean, isFirst?: boolean}} props
 */
function Read({ id, shown, hint, read }) {
  const [text, setText] = useState(/** @type {string | null} */ (null));
  useLayoutEffect(() => setText(null), [shown]); // at once: a later effect would take away what is typed meanwhile
  function take() {
    if (text === null) return;
    if (!text.trim() || text === shown || read(text)) setText(null);
  }
  return html`<input id=${id} type="text" autocomplete="off" spellcheck="false" placeholder=${hint} value=${text === null ? shown : text}
    onInput=${(/** @type {Event} */ event) => setText(typed(event))} onBlur=${take}
    onKeyDown=${(/** @type {KeyboardEvent} */ event) => {
      if (event.key !== "Enter" || event.isComposing || text === null) return;
      event.preventDefault();
      take();
    }} />`;
}

/** @param {string} id @param {string} label @param {Content} field @param {string} [required] */
function line(id, label, field, required = "") {
  return html`<div class="yz-field"><label for=${id}>${label}${required && html` <b>${required}</b>`}</label>${field}</div>`;
}

/** @param {PlacesPage} page @param {PlacesChoices} choices @param {string} id @param {string} value @param {(value: string) => void} set */
function choice(page, choices, id, value, set) {
  if (!choices.closed) {
    return html`<input id=${id} type="text" list=${`${id}-list`} value=${value} onInput=${(/** @type {Event} */ event) => set(typed(event))} />
      <datalist id=${`${id}-list`}>${choices.values.map((one) => html`<option key=${one.value} value=${one.value}>${page.text(one.label)}</option>`)}</datalist>`;
  }
  return html`<select id=${id} value=${value} onChange=${(/** @type {Event} */ event) => set(typed(event))}>
    <option value="">${page.say("choose")}</option>
    ${choices.values.map((one) => html`<option key=${one.value} value=${one.value} selected=${one.value === value}>${page.text(one.label)}</option>`)}
  </select>`;
}

/** @param {{page: PlacesPage, draft: PlaceDraft}} props */
function Position({ page, draft }) {
  const [isShifted, setShifted] = useState(false);
  const shown = draft.lat === null || draft.lon === null ? "" : position(draft.lat, draft.lon);
  return html`${line(
    "yz-lonlat",
    page.say("coordinates"),
    html`<${Read} id="yz-lonlat" shown=${shown} hint=${page.say("coordinates_hint")}
      read=${(/** @type {string} */ text) => page.act.coordinates(text, isShifted)} />`,
  )}
    <label class="yz-shifted"><input type="checkbox" checked=${isShifted} onChange=${() => setShifted(!isShifted)} /> ${page.say("shifted")}</label>`;
}

/** @param {PlacesPage} page @param {WantedPlace} wanted @param {PlaceDraft} draft */
export function fields(page, wanted, draft) {
  const { data, state } = page;
  const required = page.say("required");
  const sources = [...new Set(Object.values(state.answers).map((answer) => answer.source))];
  const isOutside = draft.lat !== null && draft.lon !== null && !isInside(data.district, draft.lat, draft.lon);
  /** @param {"uncertainty_m" | "extent_m"} name */
  const metres = (name) => (/** @type {string} */ text) => {
    const read = metresTyped(text);
    if (read === null) return false;
    if (name === "uncertainty_m") page.act.radius(read);
    else page.act.change({ extent_m: read });
    return true;
  };
  return html`${line(
    "yz-place-name",
    page.say("name"),
    html`<input id="yz-place-name" type="text" autocomplete="off" value=${draft.name}
      onInput=${(/** @type {Event} */ event) => page.act.change({ name: typed(event), also: [] })} />`,
  )}
    <${Position} page=${page} draft=${draft} key=${wanted.id} />
    ${line(
      "yz-error",
      page.say("uncertainty"),
      html`<span class="yz-with-keys"><${Read} id="yz-error" shown=${draft.uncertainty_m ? length(draft.uncertainty_m, state.lang) : ""} hint="—" read=${metres("uncertainty_m")} />
        <small>${page.say("uncertainty_hint")}</small>${keycap("[")}${keycap("]")}</span>`,
    )}
    ${line("yz-kind", page.say("kind"), html`${choice(page, data.kinds, "yz-kind", draft.kind, (kind) => page.act.change({ kind }))}`, data.kinds.required ? required : "")}
    ${line("yz-extent", page.say("extent"), html`<${Read} id="yz-extent" shown=${draft.extent_m ? length(draft.extent_m, state.lang) : ""} hint=${page.say("extent_hint")} read=${metres("extent_m")} />`)}
    ${
      needsEvidence(data, wanted, draft)
        ? line(
            "yz-evidence",
            page.say("evidence"),
            html`${choice(page, data.evidence, "yz-evidence", draft.evidence, (evidence) => page.act.change({ evidence }))}`,
            required,
          )
        : null
    }
    ${
      isOutside
        ? line(
            "yz-note",
            page.say("note"),
            html`<input id="yz-note" type="text" value=${draft.note} placeholder=${page.say("note_hint")}
          onInput=${(/** @type {Event} */ event) => page.act.change({ note: typed(event) })} />`,
            required,
          )
        : null
    }
    ${line(
      "yz-source",
      page.say("source"),
      html`<input id="yz-source" type="text" list="yz-sources" autocomplete="off" aria-required="true" value=${draft.source} placeholder=${page.say("source_hint")}
          onInput=${(/** @type {Event} */ event) => page.act.change({ source: typed(event) })} />
        <datalist id="yz-sources">${sources.map((source) => html`<option key=${source} value=${source}></option>`)}</datalist>`,
      required,
    )}`;
}
