// The bar above, the totals and the command below.
import { html } from "../../../page/src/html.js";
import { commandOf, openWords } from "../command.js";

/** @param {number | null} mu */
const amount = (mu) =>
  mu === null ? "—" : mu.toLocaleString("en", { minimumFractionDigits: 2, maximumFractionDigits: 2 });

/** What stands between the preview and the import. @param {PreviewPage} page @param {number} open */
function openNote(page, open) {
  if (page.data.refused) return html`<mark>${page.say("part_refused")}</mark>`;
  return open ? html`<mark>${page.say("open", { n: open })}</mark>` : page.say("none_open");
}

/** @param {PreviewPage} page */
export function bar(page) {
  const { data, part, state } = page;
  const open = openWords(data, state.answers).length;
  const other = state.lang === "zh" ? "en" : "zh";
  return html`<header class="yz-bar">
    <a class="yz-skip" href="#yz-command">${page.say("skip")}</a>
    <h1>${page.say("preview")}</h1>
    <span class="yz-name">${part.file}</span><span class="quiet">${page.say("into")}</span><span class="yz-name">${page.text(data.plan)}</span>
    <span class="quiet">${page.say("features", { n: part.features.toLocaleString("en") })}${
      part.without_shape ? ` · ${page.say("without_shape", { n: part.without_shape.toLocaleString("en") })}` : ""
    }</span>
    <strong class="yz-nothing">${page.say("nothing_written")}</strong>
    <span class="yz-open" role="status">${openNote(page, open)}</span>
    <button type="button" lang=${other} onClick=${() => page.store.change({ lang: other })}>${page.say("other_lang")}</button>
  </header>`;
}

/** Which file, layer or sheet is shown, where there are several. @param {PreviewPage} page */
export function parts(page) {
  const { data, state } = page;
  if (data.parts.length === 1) return null;
  return html`<nav class="yz-parts" aria-label=${page.say("parts")}>${data.parts.map((one, place) => {
    const refused = one.rows.some(({ kind }) => kind === "refused");
    return html`<button key=${place} type="button" class=${refused ? "bad" : undefined} aria-pressed=${String(state.part === place)} onClick=${() => page.store.change({ part: place })}>${one.file}${refused && html` <small>${page.say("part_refused")}</small>`}</button>`;
  })}</nav>`;
}

/** @param {PreviewPage} page */
export function totals(page) {
  const { areas, changes } = page.part;
  return html`<section class="yz-total">
    ${
      areas &&
      html`<p><b>${page.say("total")}</b> ${areas.by_status.map((one, at) => html`<span key=${at}>${at ? " + " : ""}${page.text(one.label)} ${amount(one.mu)}</span>`)} = <b>${amount(areas.registered)}</b>
      ${areas.drawn !== null && html` · <span class="quiet">${page.say("drawn_total", { mu: amount(areas.drawn) })}</span>`}</p>`
    }
    ${
      areas !== null &&
      areas.both > 0 &&
      html`<p>${page.say("both_areas", {
        n: areas.both.toLocaleString("en"),
        registered: amount(areas.registered_of_both),
        drawn: amount(areas.drawn_of_both),
        difference: amount(areas.registered_of_both - areas.drawn_of_both),
      })}</p>`
    }
    ${areas?.totals.map((one) => html`<p key=${one.row} class=${one.agrees ? undefined : "bad"}>${page.say("file_total", { row: one.row })} <q>${one.text}</q> ${page.say(one.agrees ? "agrees" : "differs")}</p>`)}
    ${changes.length > 0 && html`<details><summary>${page.say("changes")} <small>${changes.length}</small></summary><ul>${changes.map((change, at) => html`<li key=${at}>${page.text(change)}</li>`)}</ul></details>`}
  </section>`;
}

/** @param {PreviewPage} page */
export function command(page) {
  const { data, state } = page;
  const open = openWords(data, state.answers);
  const label = state.copied ? page.say(state.copied) : page.say("copy");
  return html`<section id="yz-command" class="yz-command" tabindex="-1" aria-label=${page.say("command")}>
    ${
      data.refused
        ? html`<p>${page.say("refused")}</p>`
        : html`<div><h2>${page.say("command")}</h2><code>${commandOf(data, state.answers)}</code>
        ${open.map(({ word }) => html` <mark key=${word}>${page.say("hole", { word })}</mark>`)}</div>
      <button type="button" disabled=${open.length > 0} onClick=${() => copy(page)}>${
        open.length ? `${page.say("copy")} · ${page.say("still", { n: open.length })}` : label
      }</button>`
    }
  </section>`;
}

/** To the clipboard, or where the browser gives none to a file, selected. @param {PreviewPage} page */
async function copy(page) {
  const code = /** @type {HTMLElement} */ (document.querySelector("#yz-command code"));
  try {
    await navigator.clipboard.writeText(commandOf(page.data, page.state.answers));
    page.store.change({ copied: "copied" });
  } catch {
    getSelection()?.selectAllChildren(code);
    page.store.change({ copied: "selected" });
  }
}
