// What the pages for work share: keys that are off while the reader types, and files that are dropped.

/** Keys of Chinese keyboards in the place of ours. @type {Record<string, string>} */
const SAME = { "【": "[", "】": "]", "「": "[", "」": "]", "、": "/", "／": "/" };

/** @param {EventTarget | null} target */
export function isTyping(target) {
  return (
    target instanceof Element &&
    target.matches("input:not([type=radio]):not([type=checkbox]):not([type=file]), select, textarea")
  );
}

/**
 * Ctrl+S saves; Escape leaves a field, then `leave` is told; Enter on a button presses it, elsewhere it confirms; a
 * letter does what `keys` say. `isTaken` is asked first, of what is not typed.
 * @param {{keys: Record<string, () => void>, save: () => void, confirm: () => void,
 *   leave: (wasTyping: boolean) => void, isTaken?: (event: KeyboardEvent) => boolean}} deeds
 */
export function listen({ keys, save, confirm, leave, isTaken = () => false }) {
  /** @param {KeyboardEvent} event */
  function pressed(event) {
    const isCommand = event.ctrlKey || event.metaKey;
    if (event.isComposing) return;
    if (isCommand && event.key.toLowerCase() === "s") {
      event.preventDefault();
      save();
    } else if (!isCommand && !event.altKey) plain(event);
  }
  /** @param {KeyboardEvent} event */
  function plain(event) {
    const wasTyping = isTyping(event.target);
    if (event.key === "Escape") {
      if (wasTyping) /** @type {HTMLElement} */ (event.target).blur();
      leave(wasTyping);
    } else if (wasTyping || isTaken(event)) return;
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
  /** @param {KeyboardEvent} event */
  function enter(event) {
    if (event.target instanceof Element && event.target.closest("button, a, summary, [role=button]")) return;
    event.preventDefault();
    confirm();
  }
  document.addEventListener("keydown", pressed, true);
}

/** @param {(files: FileList | undefined) => void} open takes files that are dropped */
export function takeDroppedFiles(open) {
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
    open(event.dataTransfer?.files);
  });
}

/** The text of a file, in the encodings that spreadsheets write. @param {ArrayBuffer} content */
export function decoded(content) {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(content);
  } catch {
    return new TextDecoder("gb18030").decode(content);
  }
}
