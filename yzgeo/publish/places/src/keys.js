// The keys, which are off while the reader types, and files that are dropped or pasted.
import { isTyping, listen, takeDroppedFiles } from "./keyboard.js";
import { shownIds } from "./parts/list.js";

const NUDGE_M = 10;
const FAR_NUDGE_M = 100;
/** @type {Record<string, [number, number]>} north and east */
const ARROWS = { ArrowUp: [1, 0], ArrowDown: [-1, 0], ArrowRight: [0, 1], ArrowLeft: [0, -1] };

/** @param {PlacesPage} page */
export function listenToKeys(page) {
  const { act } = page;
  /** @type {Record<string, () => void>} */
  const keys = {
    n: act.skip,
    z: act.undo,
    "[": () => act.stepRadius(-1),
    "]": () => act.stepRadius(1),
    j: () => act.step(1, shownIds(page)),
    k: () => act.step(-1, shownIds(page)),
    "/": () => /** @type {HTMLElement} */ (document.querySelector("#yz-search")).focus(),
  };

  /** @param {KeyboardEvent} event */
  function arrow(event) {
    const [north, east] = ARROWS[event.key];
    const onMap = event.target instanceof Element && event.target.closest(".leaflet-container");
    const size = event.shiftKey ? FAR_NUDGE_M : NUDGE_M;
    if (onMap && page.state.draft?.lat !== null && page.state.draft) act.nudge(north * size, east * size);
    else if (!onMap && north) {
      act.step(north > 0 ? -1 : 1, shownIds(page));
      /** @type {HTMLElement | null} */ (document.querySelector(".yz-row.chosen"))?.focus();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  }
  listen({
    keys,
    save: () => page.file.save(),
    confirm: act.confirm,
    leave: (wasTyping) => {
      if (!wasTyping) act.cancel();
    },
    isTaken: (event) => {
      if (!(event.key in ARROWS)) return false;
      arrow(event);
      return true;
    },
  });
}

/** @param {PlacesPage} page */
export function listenToFiles(page) {
  takeDroppedFiles((files) => page.file.open(files?.[0]));
  document.addEventListener("paste", (event) => {
    if (isTyping(event.target)) return;
    const text = event.clipboardData?.getData("text/plain") || "";
    if (!text.trim()) return;
    event.preventDefault();
    if (/place_id/.test(text) && /[\r\n]/.test(text)) page.file.read(text, "—");
    else page.act.coordinates(text);
  });
}
