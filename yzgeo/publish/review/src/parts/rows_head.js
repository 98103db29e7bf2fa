// Which of the drafted rows are shown: the filter, the search, and how many each leaves.
import { html } from "../../../page/src/html.js";
import { hasOwn } from "../../../page/src/own.js";
import { unreadId } from "../model/marks.js";
import { items } from "../model/rows.js";

/** @param {ReviewPage} page @param {ReviewRow} row */
export function isOpenRow({ state }, row) {
  return row.cells.some(({ question }) => question && !hasOwn(state.answers, question));
}

/** The rows that the filter, the legend and the search leave. @param {ReviewPage} page */
export function shownItems(page) {
  const { filter, hidden, search } = page.state;
  const wanted = search.normalize("NFKC").trim().toLowerCase();
  const rows = page.rows.filter((row) => {
    if (hasOwn(hidden, row.kind) || filter === "unread") return false;
    if (filter === "open" && !isOpenRow(page, row)) return false;
    if (filter === "differ" && row.status !== "differ") return false;
    return !wanted || row.cells.some(({ value, key }) => `${value} ${key.join(" ")}`.toLowerCase().includes(wanted));
  });
  const isUnreadShown = (filter === "all" || filter === "unread") && !hasOwn(hidden, "unread") && !wanted;
  return items(rows, isUnreadShown ? page.data.unread.map((span) => ({ id: unreadId(span), span })) : []);
}

/** @param {ReviewPage} page @param {number} count */
export function head(page, count) {
  const { filter, answers, search } = page.state;
  const numbers = {
    open: page.data.questions.filter(({ id }) => !hasOwn(answers, id)).length,
    unread: page.data.unread.length,
    differ: page.rows.filter(({ status }) => status === "differ").length,
  };
  const names = /** @type {const} */ (["all", "open", "unread", "differ"]);
  return html`<div class="yz-rows-head"><h2>${page.say("draft_tables")}</h2><small>${page.fill("rows_shown", { n: count })}</small>
    <input id="yz-search" type="search" autocomplete="off" placeholder=${`${page.say("search")}  /`} aria-label=${page.say("search")} value=${search}
      onInput=${(/** @type {InputEvent} */ event) => page.store.change({ search: /** @type {HTMLInputElement} */ (event.target).value })} />
    <div class="yz-filter" role="group" aria-label=${page.say("draft_tables")}>${names.map(
      (name) =>
        html`<button type="button" key=${name} aria-pressed=${String(filter === name)} onClick=${() => page.store.change({ filter: name })}>${
          name === "all" ? page.say("filter_all") : page.fill(`filter_${name}`, { n: numbers[name] })
        }</button>`,
    )}</div></div>`;
}
