// Saves a file, and says so.
import { save } from "./save.js";

const TOLD_MS = 6000;

/** @param {Page} page @param {Blob} blob @param {string} name of the file */
export function saveTold(page, blob, name) {
  save(blob, name);
  const said = page.both("saved");
  /** @type {NonNullable<State["notice"]>} */
  const notice = { about: "saved", words: { zh: said.zh + name, en: said.en + name } };
  page.store.change({ notice });
  setTimeout(() => {
    if (page.state.notice === notice) page.store.change({ notice: null });
  }, TOLD_MS);
}
