// Buttons, lists and folds that several parts of the page use.
import { classes, html } from "../html.js";

/**
 * A button that opens a subject, by its name.
 * @param {Page} page @param {Key} key @param {string} [note] beside the name
 */
export function link(page, key, note) {
  const { name } = page.data.subjects[key];
  return opener(page, key, "", html`${page.text(name)}${note ? html`<span class="meta">${`  ${note}`}</span>` : null}`);
}

/**
 * A button that opens a subject, by other words.
 * @param {Page} page @param {Key} key @param {string} words
 */
export function namedLink(page, key, words) {
  return opener(page, key, "", words || page.text(page.data.subjects[key].name));
}

/** Whether a subject can be opened: the page has it, or can look it up in the ledger. @param {Page} page @param {Key} key */
export function canOpen(page, key) {
  return page.subject(key) !== null || (page.parcels !== null && key.startsWith("parcel:"));
}

/** A button for the details of a subject. @param {Page} page @param {Key} key */
export function details(page, key) {
  const subject = page.subject(key);
  const label = `${page.say("details")} ${subject ? page.text(subject.name) : key.slice(key.indexOf(":") + 1)}`;
  return opener(page, key, "details", page.say("details"), label);
}

/** @param {Page} page @param {Key} key @param {string} kind @param {Content} content @param {string} [label] */
function opener(page, key, kind, content, label) {
  const opened = page.state.opened === key && "open";
  return html`<button type="button" class=${classes(kind, "open-subject", opened)} data-key=${key} aria-label=${label}
    onClick=${() => page.open(key)}>${content}</button>`;
}

/** @param {Content[]} items */
export function list(items) {
  return html`<ul class="links">${items.map((item) => html`<li>${item}</li>`)}</ul>`;
}

/** A list of links. @param {Page} page @param {Key[]} keys @param {(key: Key) => string} [note] */
export function linkList(page, keys, note) {
  return list(keys.map((key) => link(page, key, note ? note(key) : "")));
}

/**
 * A section that is folded until the reader opens it; some are open on paper.
 * @param {Page} page @param {string} id @param {string} title @param {Content} content @param {boolean} [onPaper]
 */
export function fold(page, id, title, content, onPaper) {
  const { printing, unfolded } = page.state;
  const toggled = (/** @type {Event} */ event) => {
    const { open } = /** @type {HTMLDetailsElement} */ (event.currentTarget);
    if (page.state.printing || Boolean(page.state.unfolded[id]) === open) return;
    page.store.change({ unfolded: { ...page.state.unfolded, [id]: open } });
  };
  return html`<details id=${id} open=${Boolean(unfolded[id] || (printing && onPaper))} onToggle=${toggled}>
    <summary>${title}</summary>${content}
  </details>`;
}

/** A remark on something that is missing. @param {string} words */
export function note(words) {
  return html`<p class="empty">${words}</p>`;
}

/** A number of things beside their name. @param {string} name @param {number | string} count */
export function counted(name, count) {
  return `${name} ${count}`;
}
