// The words that a finding is about, marked where its sentence says them.
import { html } from "../html.js";

const LEAST_LETTERS = 2; // a single figure or letter stands in many a word

/**
 * What the places of a finding do not share: items of lists that some lack, wordings, and what else is marked in them.
 * @param {Pick<Finding, "compared">} finding
 * @returns {string[]} the longest first
 */
export function differing({ compared }) {
  const words = compared.flatMap(({ kind, rows }) => {
    const items = rows.flatMap((row) => row.items);
    return kind === "list" ? items.filter((item) => !rows.every((row) => row.items.includes(item))) : items;
  });
  return [...new Set(words)].filter((word) => word.length >= LEAST_LETTERS).sort((a, b) => b.length - a.length);
}

/**
 * A sentence in pieces, those that are one of the words marked.
 * @param {string} sentence @param {string[]} words the longest first
 * @returns {{text: string, isMarked: boolean}[]}
 */
export function split(sentence, words) {
  const word = words.find((one) => sentence.includes(one));
  if (word === undefined) return sentence ? [{ text: sentence, isMarked: false }] : [];
  const shorter = words.slice(words.indexOf(word) + 1);
  return sentence.split(word).flatMap((between, place) => {
    const rest = split(between, shorter);
    return place ? [{ text: word, isMarked: true }, ...rest] : rest;
  });
}

/** The sentence of a finding. @param {Page} page @param {Finding} finding */
export function marked(page, finding) {
  return split(page.text(finding.message), differing(finding)).map(({ text, isMarked }) =>
    isMarked ? html`<mark>${text}</mark>` : text,
  );
}
