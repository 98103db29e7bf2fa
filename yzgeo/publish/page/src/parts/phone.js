// What only a phone has: the button of its menu, the grip of its sheet, the sign of the search.
import { icon } from "../elements/icon.js";

/** @type {Part[]} */
export const phone = [
  { id: "yz-search-sign", content: () => icon("search") },
  {
    id: "yz-menu-button",
    attributes: (page) => ({ "aria-label": page.say("menu"), "aria-expanded": String(page.state.isMenuOpen) }),
    content: (page) => icon(page.state.isMenuOpen ? "close" : "menu"),
  },
  {
    id: "yz-menu",
    attributes: (page) => ({
      "aria-label": page.state.isNarrow ? page.say("menu") : null,
      role: page.state.isNarrow ? "group" : null,
    }),
  },
  { id: "yz-grip", attributes: (page) => ({ "aria-label": page.say(`snap_${page.state.snap}`) }) },
];
