// The bar: title, search, the file.
import { html } from "../../../page/src/html.js";
import { unsaved } from "../answers.js";

/** @param {PlacesPage} page */
export function bar(page) {
  const { state } = page;
  const count = unsaved(state);
  const choose = () => /** @type {HTMLInputElement} */ (document.querySelector("#yz-file")).click();

  /** @param {KeyboardEvent} event */
  function typed(event) {
    const field = /** @type {HTMLInputElement} */ (event.target);
    if (event.key !== "Enter" || event.isComposing) return;
    event.preventDefault();
    event.stopPropagation();
    if (/\d.*\d/.test(field.value) && page.act.coordinates(field.value)) {
      page.store.change({ filter: "" });
      return;
    }
    const first = /** @type {HTMLElement | null} */ (document.querySelector("#yz-list .yz-row"));
    if (first) first.click();
  }
  return html`<header class="yz-bar">
    <a class="yz-skip" href="#yz-list">${page.say("skip")}</a>
    <h1><span class="yz-plan">${page.text(page.data.plan.title)}</span> <b>${page.say("places")}</b></h1>
    <label class="yz-search"
      ><svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true"><circle cx="7" cy="7" r="5" /><path d="M11 11 15 15" /></svg>
      <input id="yz-search" type="search" autocomplete="off" placeholder=${page.say("search")} aria-label=${page.say("search")}
        value=${state.filter} onInput=${(/** @type {InputEvent} */ event) =>
          page.store.change({ filter: /** @type {HTMLInputElement} */ (event.target).value })} onKeyDown=${typed}
    /></label>
    <div class="yz-file">
      <button type="button" class="quiet" data-tool="lang" lang=${state.lang === "zh" ? "en" : "zh"} onClick=${() =>
        page.store.change({
          lang: state.lang === "zh" ? "en" : "zh",
          message: null,
        })}>${page.say("other_lang")}</button>
      <input id="yz-file" type="file" accept=".csv,.tsv,.txt,text/csv" hidden onChange=${(
        /** @type {Event} */ event,
      ) => {
        const field = /** @type {HTMLInputElement} */ (event.target);
        page.file.open(field.files?.[0]);
        field.value = "";
      }} />
      <button type="button" data-tool="load" onClick=${choose}>${page.say("load")}</button>
      <button type="button" data-tool="copy" onClick=${page.file.copy}>${page.say("copy")}</button>
      <button type="button" class="primary" data-tool="save" onClick=${page.file.save}>
        <svg width="14" height="16" viewBox="0 0 14 16" aria-hidden="true"><path d="M7 1v9M3 6.5 7 10.5 11 6.5M1 14.5h12" /></svg>
        <b>${page.say("save")}</b> <span>${count ? page.fill("unsaved", { n: count }) : Object.keys(state.answers).length ? page.say("all_saved") : ""}</span>
      </button>
    </div>
  </header>`;
}
