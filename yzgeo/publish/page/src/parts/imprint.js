// The imprint under a printed map: view, plan, date of printing. Its sources stand on the map itself.
import { viewName } from "../elements/signs.js";
import { html } from "../html.js";

/** Today, as an ISO date. */
function today() {
  const now = new Date();
  const parts = [now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0"));
  return [now.getFullYear(), ...parts].join("-");
}

/** @type {Part} */
export const imprint = {
  id: "yz-imprint",
  content(page) {
    if (!page.state.printing) return null;
    const { plan_version, unlocated_projects, yzgeo } = page.data.sources;
    const parts = [
      viewName(page),
      page.say("printed_from") + page.text(page.data.title) + page.bracketed(plan_version),
      unlocated_projects ? `${page.say("unlocated")} ${unlocated_projects}` : "",
      page.say("printed_on") + today(),
      `yzgeo ${yzgeo}`,
    ];
    return parts.filter(Boolean).map((part) => html`<span>${part}</span>`);
  },
};
