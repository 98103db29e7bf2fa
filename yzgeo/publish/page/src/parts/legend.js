import { ofState } from "../elements/signs.js";
import { html } from "../html.js";

/** The legend of the view. @type {Part} */
export const legend = {
  id: "yz-legend",
  attributes: (page) => ({ open: page.state.folds["yz-legend"] || page.state.printing !== null }),
  content: (page) => html`<summary>${page.say("legend")}</summary>
    <ul key=${page.state.view}>${page.view.legend()}${ofState(page)}</ul>`,
};
