// What is told of a drawing grows over the map while it is drawn: the second click of a double click ends the drawing, and
// is none on what came under it.
import { byId } from "../html.js";

const DOUBLE_MS = 500; // between the clicks of a double click

/** @param {Page} page @param {() => void} finish */
export function finishOnCard(page, finish) {
  let clickedAt = -Infinity; // when a click set a point
  page.leaflet.on("click", ({ originalEvent }) => {
    clickedAt = originalEvent.timeStamp;
  });
  /** @param {MouseEvent} event */
  function guard(event) {
    const { mode, isDone, form } = page.state.measure;
    const isDrawn = mode !== null && mode !== "place" && !isDone && form !== "circle";
    if (!isDrawn || event.timeStamp - clickedAt > DOUBLE_MS) return;
    event.stopPropagation();
    event.preventDefault();
    if (event.type !== "mousedown") finish();
  }
  for (const type of /** @type {const} */ (["mousedown", "click", "dblclick"])) {
    byId("yz-measure").addEventListener(type, guard, true);
  }
}
