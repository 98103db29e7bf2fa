// The keys, which are off while the reader types, and files that are dropped or pasted.
import { shownIds } from "./parts/list.js";

const NUDGE_M = 10;
const FAR_NUDGE_M = 100;
/** Keys of Chinese keyboards in the place of ours. @type {Record<string, string>} */
const SAME = { "【": "[", "】": "]", "「": "[", "」": "]", "、": "/", "／": "/" };
/** @type {Record<string, [number, number]>} north and east */
const ARROWS = { ArrowUp: [1, 0], ArrowDown: [-1, 0], ArrowRight: [0, 1], ArrowLeft: [0, -1] };

/** @param {EventTarget | null} target */
function isTyping(target) {
  return target instanceof Element && target.matches("input:not([type=checkbox]):not([type=file]), select, textarea");
}

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
  /** @param {KeyboardEvent} event */
  function pressed(event) {
    const isCommand = event.ctrlKey || event.metaKey;
    if (event.isComposing) return;
    if (isCommand && event.key.toLowerCase() === "s") {
      event.preventDefault();
      page.file.save();
    } else if (!isCommand && !event.altKey) plain(event);
  }
  /** @param {KeyboardEvent} event */
  function plain(event) {
    if (event.key === "Escape") {
      if (isTyping(event.target)) /** @type {HTMLElement} */ (event.target).blur();
      else act.cancel();
    } else if (isTyping(event.target)) return;
    else if (event.key in ARROWS) arrow(event);
    else if (event.key === "Enter") enter(event);
    else letter(event);
  }
  /** @param {KeyboardEvent} event */
  function letter(event) {
    const key = SAME[event.key] || event.key.normalize("NFKC").toLowerCase();
    if (!Object.keys(keys).includes(key)) return;
    event.preventDefault();
    keys[key]();
  }
  /** Enter on a button presses it; elsewhere it sets the place. @param {KeyboardEvent} event */
  function enter(event) {
    if (event.target instanceof Element && event.target.closest("button, a, summary")) return;
    event.preventDefault();
    act.confirm();
  }
  document.addEventListener("keydown", pressed, true);
}

/** @param {PlacesPage} page */
export function listenToFiles(page) {
  /** @param {DragEvent} event */
  const holdsFile = (event) => Boolean(event.dataTransfer && [...event.dataTransfer.types].includes("Files"));
  document.addEventListener("dragover", (event) => {
    if (!holdsFile(event)) return;
    event.preventDefault();
    document.body.classList.add("yz-dropping");
  });
  document.addEventListener("dragleave", (event) => {
    if (!event.relatedTarget) document.body.classList.remove("yz-dropping");
  });
  document.addEventListener("drop", (event) => {
    document.body.classList.remove("yz-dropping");
    if (!holdsFile(event)) return;
    event.preventDefault();
    page.file.open(event.dataTransfer?.files[0]);
  });
  document.addEventListener("paste", (event) => {
    if (isTyping(event.target)) return;
    const text = event.clipboardData?.getData("text/plain") || "";
    if (!text.trim()) return;
    event.preventDefault();
    if (/place_id/.test(text) && /[\r\n]/.test(text)) page.file.read(text, "—");
    else page.act.coordinates(text);
  });
}
