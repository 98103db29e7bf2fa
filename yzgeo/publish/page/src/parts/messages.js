// Messages on the map: failed downloads, and the measured length or area.
import { html } from "../html.js";
import { insideCard } from "./inside.js";

/** @type {Part} */
export const notice = {
  id: "yz-notice",
  attributes: (page) => ({ hidden: page.state.notice === null, "data-about": page.state.notice?.about || null }),
  content: (page) => (page.state.notice ? page.text(page.state.notice.words) : ""),
};

/** @type {Part} */
export const measured = {
  id: "yz-measure",
  attributes(page) {
    const { mode } = page.state.measure;
    const isInside = mode === "inside"; // a list is no message: its first line is one
    return {
      hidden: mode === null,
      "data-mode": mode,
      role: isInside ? "group" : "status",
      "aria-label": isInside ? page.say("measure_inside") : null,
    };
  },
  content(page) {
    const { mode } = page.state.measure;
    if (!mode) return null;
    if (mode === "inside") return insideCard(page);
    const result = page.measure.result();
    return html`<span class="result">${result || page.say(page.state.measure.isRefused ? "no_place" : `measure_${mode}_how`)}</span>
      ${mode === "place" ? goTo(page) : null}
      <span class="deeds">${result && mode !== "place" ? html`<button type="button" data-deed="undo" onClick=${page.measure.undo}>${page.say("undo")}</button>` : null}
        ${result ? html`<button type="button" data-deed="copy" onClick=${page.measure.copy}>${page.say("copy")}</button>` : null}
        <button type="button" onClick=${page.measure.stop}>${page.say("close")}</button></span>`;
  },
};

/** Where the pointer is, and a field for where to go. @param {Page} page */
function goTo(page) {
  /** @param {Event} event */
  function submit(event) {
    event.preventDefault();
    const field = /** @type {HTMLInputElement} */ (
      /** @type {HTMLElement} */ (event.currentTarget).querySelector("input")
    );
    const isFound = page.measure.goTo(field.value);
    field.setCustomValidity(isFound ? "" : page.say("no_place"));
    field.reportValidity();
  }
  const clear = (/** @type {Event} */ event) =>
    /** @type {HTMLInputElement} */ (event.currentTarget).setCustomValidity("");
  return html`<span id="yz-pointed" class="meta" aria-hidden="true"></span>
    <form key="goto" noValidate onSubmit=${submit}>
      <input type="text" id="yz-goto" aria-label=${page.say("go_to")} placeholder=${page.say("go_to")} onInput=${clear} />
      <button type="submit">${page.say("go")}</button>
    </form>`;
}
