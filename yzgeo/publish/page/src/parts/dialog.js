// The one dialog: what to print on, or what to take along.
import { html } from "../html.js";
import { SHEET } from "../outputs/print.js";

const PAPERS = ["A4", "A3"];

/** @type {Part} */
export const dialog = {
  id: "yz-dialog",
  attributes: (page) => ({ "aria-label": page.state.dialog ? page.say(page.state.dialog) : null }),
  content(page) {
    if (page.state.dialog === "print") return printing(page);
    return page.state.dialog === "download" ? taking(page) : null;
  },
};

/** @param {Page} page */
function printing(page) {
  /** @param {Event} event */
  function submit(event) {
    event.preventDefault();
    const form = /** @type {HTMLFormElement} */ (event.currentTarget);
    const paper = /** @type {HTMLSelectElement} */ (form.querySelector("select")).value;
    close(page);
    page.print.print(paper);
  }
  const papers = PAPERS.map((paper) => html`<option value=${paper}>${`${paper} ${page.say("landscape")}`}</option>`);
  if (page.print.hasSheet()) papers.unshift(html`<option value=${SHEET}>${page.say("print_sheet")}</option>`);
  return html`<form key="print" onSubmit=${submit}>
    <h2>${page.say("print")}</h2>
    <label>${`${page.say("paper")} `}<select>${papers}</select></label>
    <p class="meta">${page.say("print_note")}</p>
    <div class="buttons"><button type="submit" class="primary">${page.say("print")}</button>${cancel(page)}</div>
  </form>`;
}

/** @param {Page} page */
function taking(page) {
  const lacking = page.download.lacking();
  /** @param {TextKey} name @param {() => void} save */
  function choice(name, save) {
    const act = () => {
      close(page);
      save();
    };
    return html`<button type="button" class="primary" onClick=${act}>${page.say(name)}</button>`;
  }
  return html`<h2>${page.say("download")}</h2>
    <p>${page.say("selection") + page.download.selectionName()}</p>
    <p class="meta">${page.say("download_note")}</p>
    ${lacking ? html`<p class="empty">${lacking}</p>` : null}
    <div class="buttons">
      ${choice("picture_file", page.picture.save)}${choice("download_geojson", page.download.saveGeojson)}${choice("download_csv", page.download.saveCsv)}${cancel(page)}
    </div>`;
}

/** @param {Page} page */
function cancel(page) {
  return html`<button type="button" onClick=${() => close(page)}>${page.say("cancel")}</button>`;
}

/** @param {Page} page */
function close(page) {
  page.store.change({ dialog: null });
}
