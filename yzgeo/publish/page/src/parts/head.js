// The head of the page: what it is, of whom, and in which language.
import { html } from "../html.js";

/** Between parts of the subtitle: a date or a period is not broken at its hyphen. */
const BETWEEN = /(\u3000| · )/;

/** @type {Part[]} */
export const head = [
  { id: "yz-skip", content: (page) => page.say("skip") },
  {
    id: "yz-title",
    content(page) {
      const invented = page.invented().split(/[：:]/)[0]; // on a phone there is no other head that says so
      return html`${invented ? html`<span class="invented on-phone">${invented}</span> ` : null}${page.text(page.data.title)}`;
    },
  },
  {
    id: "yz-short", // stands for the head where a view takes the whole page, so it says of an invented ledger too
    content(page) {
      const [invented, title] = [page.invented().split(/[：:]/)[0], page.text(page.data.title)];
      return invented ? html`<span class="invented">${invented}</span> ${title}` : title;
    },
  },
  {
    id: "yz-subtitle",
    content(page) {
      const parts = page.text(page.data.subtitle).split(BETWEEN);
      return parts.map((part, index) => (index % 2 ? part : html`<span class="part">${part}</span>`));
    },
  },
  {
    id: "yz-lang",
    attributes: (page) => ({ lang: page.lang === "zh" ? "en" : "zh" }),
    content: (page) => page.say("language"),
  },
];

/** @type {Part} */
export const bar = { id: "yz-bar", attributes: (page) => ({ "aria-label": page.say("views") }) };
