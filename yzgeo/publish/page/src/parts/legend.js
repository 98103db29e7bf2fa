import { ofState } from "../elements/signs.js";
import { html } from "../html.js";

/** The legend of the view. @type {Part} */
export const legend = {
  id: "yz-legend",
  attributes: (page) => ({
    open: page.state.folds["yz-legend"] || page.state.printing !== null,
    hidden: !entries(page).length,
  }),
  content: (page) => html`<summary>${page.say("legend")}</summary>
    <ul key=${page.state.view}>${entries(page)}</ul>`,
};

/** Of a plan with nothing on the map there are none. @param {Page} page */
function entries(page) {
  return [...page.view.legend(), ...ofState(page)].filter(Boolean);
}
