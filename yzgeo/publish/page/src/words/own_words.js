// On the English page the plan's own words stay Chinese, and are marked so: they are spoken and set as Chinese.
import { Fragment, h, options } from "preact";

const HAN = /[\u3400-\u9fff]/;
/** From the first Chinese character to the last, with figures and signs between, but not across English words. */
const RUN =
  /[“‘（《「]?[\u3400-\u9fff](?:(?:[^A-Za-z\u3400-\u9fff]|[A-Za-z](?![A-Za-z]*\s)[A-Za-z]*){0,12}[\u3400-\u9fff])*[”’）》」]?/g;
/** Elements that take no others. */
const PLAIN = /^(option|title|text|tspan|textarea)$/;

/**
 * A text cut into English and Chinese.
 * @param {string} text @returns {{words: string, isChinese: boolean}[]}
 */
export function cut(text) {
  const parts = [];
  let at = 0;
  for (const found of text.matchAll(RUN)) {
    if (found.index > at) parts.push({ words: text.slice(at, found.index), isChinese: false });
    parts.push({ words: found[0], isChinese: true });
    at = found.index + found[0].length;
  }
  if (at < text.length) parts.push({ words: text.slice(at), isChinese: false });
  return parts;
}

/** @param {unknown} child @returns {unknown} */
function marked(child) {
  if (Array.isArray(child)) return child.map(marked);
  if (typeof child !== "string" || !HAN.test(child)) return child;
  return cut(child).map(({ words, isChinese }) => (isChinese ? h("span", { lang: "zh" }, words) : words));
}

/** @param {unknown} child @returns {boolean} */
function hasHan(child) {
  return Array.isArray(child) ? child.some(hasHan) : typeof child === "string" && HAN.test(child);
}

/** Marks what is drawn from now on. @param {() => Lang} lang of the reader */
export function markOwnWords(lang) {
  const before = options.vnode;
  options.vnode = (vnode) => {
    const { type, props } = vnode;
    const isElement = typeof type === "string" || type === Fragment;
    const { children } = /** @type {{children?: unknown}} */ (props || {});
    if (lang() === "en" && isElement && hasHan(children) && !("lang" in props)) {
      const isWhole = typeof type === "string" && (PLAIN.test(type) || isAllChinese(children));
      Object.assign(props, isWhole ? { lang: "zh" } : { children: marked(children) });
    }
    before?.(vnode);
  };
}

/** @param {unknown} children */
function isAllChinese(children) {
  return typeof children === "string" && cut(children.trim()).every(({ isChinese }) => isChinese);
}
