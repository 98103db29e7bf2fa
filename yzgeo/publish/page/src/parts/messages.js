// Messages on the map: failed downloads, and the measured length or area.
import { html } from "../html.js";

/** @type {Part} */
export const notice = {
  id: "yz-notice",
  attributes: (page) => ({ hidden: page.state.notice === null, "data-about": page.state.notice?.about || null }),
  content: (page) => (page.state.notice ? page.text(page.state.notice.words) : ""),
};

/** @type {Part} */
export const measured = {
  id: "yz-measure",
  attributes: (page) => ({ hidden: page.state.measure.mode === null }),
  content(page) {
    const { mode } = page.state.measure;
    if (!mode) return null;
    return html`<span>${page.measure.result() || page.say(`measure_${mode}_how`)}</span>
      <button type="button" onClick=${page.measure.stop}>${page.say("close")}</button>`;
  },
};
