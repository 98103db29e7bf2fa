// Elements of the page: a string always becomes text, never markup.
import htm from "htm";
import { h } from "preact";

export const html = /** @type {(strings: TemplateStringsArray, ...values: unknown[]) => VNode} */ (htm.bind(h));

/**
 * An element that must be there: render.py put it into the page.
 * @param {string} id
 */
export function byId(id) {
  return /** @type {HTMLElement} */ (document.getElementById(id));
}

/**
 * Class names, without those that do not apply.
 * @param {(string | false | null | undefined)[]} names
 */
export function classes(...names) {
  return names.filter(Boolean).join(" ") || undefined;
}
