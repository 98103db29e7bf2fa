// The keys, which are off while the reader types, and files that are dropped or pasted.
import { isTyping, listen, takeDroppedFiles } from "../../places/src/keyboard.js";

/** @param {string} selector */
function focus(selector) {
  const field = /** @type {HTMLElement | null} */ (document.querySelector(selector));
  field?.focus();
}

/** @param {ReviewPage} page */
export function listenToKeys(page) {
  const { act } = page;
  /** The pane of the question, where the page shows one at a time. */
  const show = () => page.store.change({ pane: "question" });
  /** @type {Record<string, () => void>} */
  const keys = {
    0: () => act.choose("0"),
    e: () => {
      act.choose("E");
      show();
      focus("#yz-own");
    },
    s: act.skip,
    z: act.undo,
    b: () => {
      show();
      focus("#yz-note");
    },
    j: () => act.step(1),
    k: () => act.step(-1),
    f2: () => {
      act.edit();
      focus("#yz-edit");
    },
    delete: act.reject,
    "/": () => {
      page.store.change({ mode: "table", pane: "rows" });
      focus("#yz-search");
    },
  };
  for (let number = 1; number <= 9; number += 1) keys[number] = () => act.choose(String(number));

  listen({
    keys,
    save: () => page.file.save(),
    confirm: act.confirm,
    leave: (wasTyping) => {
      if (!wasTyping || page.state.editing) act.cancel();
    },
  });
}

/** @param {ReviewPage} page */
export function listenToFiles(page) {
  takeDroppedFiles((files) => page.file.open(files));
  document.addEventListener("paste", (event) => {
    if (isTyping(event.target)) return;
    const text = event.clipboardData?.getData("text/plain") || "";
    if (!/question_id/.test(text)) return;
    event.preventDefault();
    page.file.read(text, page.say("clipboard"));
  });
}
