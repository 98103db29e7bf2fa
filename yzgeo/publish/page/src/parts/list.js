// The list of the view beside the map.
import { Fragment } from "preact";
import { html } from "../html.js";
import { insideOnPaper } from "./inside.js";

/** @type {Part} */
export const list = {
  id: "yz-list",
  attributes: (page) => ({ "aria-labelledby": `yz-tab-${page.state.view}` }),
};

/** @type {Part} */
export const viewList = {
  id: "yz-view",
  content: (page) => html`<${Fragment} key=${page.state.view}>${insideOnPaper(page)}${page.view.list()}<//>`,
};
