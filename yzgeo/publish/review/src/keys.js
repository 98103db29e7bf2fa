// The keys, which are off while the reader types, and files that are dropped or pasted.

/** Keys of Chinese keyboards in the place of ours. @type {Record<string, string>} */
const SAME = { "、": "/", "／": "/" };

/** @param {EventTarget | null} target */
function isTyping(target) {
  return (
    target instanceof Element &&
    target.matches("input:not([type=radio]):not([type=checkbox]):not([type=file]), select, textarea")
  );
}
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
      if (!isTyping(event.target) || page.state.editing) act.cancel();
    } else if (isTyping(event.target)) return;
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
  /** Enter on a button presses it; elsewhere it confirms. @param {KeyboardEvent} event */
  function enter(event) {
    if (event.target instanceof Element && event.target.closest("button, a, summary, [role=button]")) return;
    event.preventDefault();
    act.confirm();
  }
  document.addEventListener("keydown", pressed, true);
}

/** @param {ReviewPage} page */
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
    page.file.open(event.dataTransfer?.files);
  });
  document.addEventListener("paste", (event) => {
    if (isTyping(event.target)) return;
    const text = event.clipboardData?.getData("text/plain") || "";
    if (!/question_id/.test(text)) return;
    event.preventDefault();
    page.file.read(text, page.say("clipboard"));
  });
}
