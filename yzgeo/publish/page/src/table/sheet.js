// What fills #yz-table: the kinds to choose from, the rows in sight, the totals below them.
import { html } from "../html.js";
import { clear } from "../state/choices.js";
import { isNarrowed } from "../state/filter.js";
import { columnChoice } from "./column_choice.js";
import { TABLES } from "./kinds.js";
import { Rows } from "./rows.js";

/** @param {Page} page */
export function sheet(page) {
  const drawn = page.table.drawn();
  const kind = page.table.kind();
  return html`<div class="table-head">
      <div class="segments" role="group" aria-label=${page.say("kinds_of_table")}>
        ${page.table.kinds().map((name) => kindButton(page, name, name === kind))}
      </div>
      ${drawn ? columnChoice(page, drawn) : null}
    </div>
    ${drawn ? html`<${Rows} key=${`${kind} ${page.lang}`} page=${page} drawn=${drawn} />` : waiting(page)}
    ${drawn && !drawn.rows.length ? nothing(page) : null}
    ${passage(page)}
    ${drawn ? noteBelow(drawn) : null}`;
}

/** @param {Page} page @param {string} name @param {boolean} isChosen */
function kindButton(page, name, isChosen) {
  const choose = () => page.store.change({ table: name, sort: null, passage: null, selected: null });
  return html`<button key=${name} type="button" aria-pressed=${String(isChosen)} data-table=${name} onClick=${choose}>
    ${page.say(TABLES[name])} <span class="count">${page.numbers.grouped(page.table.count(name))}</span>
  </button>`;
}

/** @param {Page} page */
function waiting(page) {
  return html`<p class="empty" role="status">${page.say(page.table.isUnpacking() ? "unpacking" : "no_parcel_table")}</p>`;
}

/** @param {Page} page */
function nothing(page) {
  return html`<p class="empty nothing" role="status">
    ${page.say("nothing_wanted")}
    ${isNarrowed(page.state) ? html`<button type="button" class="button" onClick=${() => clear(page)}>${page.say("clear")}</button>` : null}
  </p>`;
}

/** @param {NonNullable<ReturnType<Page["table"]["drawn"]>>} drawn */
function noteBelow({ source, rows }) {
  const words = source.note ? source.note(rows) : null;
  return words ? html`<p class="table-note">${words}</p>` : null;
}

/** The plan's own words of a clause. @param {Page} page */
function passage(page) {
  const { passage: source } = page.state;
  const clause = source === null ? undefined : page.data.clauses[source];
  if (!clause) return null;
  return html`<div class="table-passage" role="note">
    <p class="meta">${page.lang === "zh" ? source : clause.en}</p>
    <blockquote class="passage" lang="zh"><span class="heading">${clause.heading}</span>${clause.text}</blockquote>
    <button type="button" class="button" onClick=${() => page.store.change({ passage: null })}>${page.say("close")}</button>
  </div>`;
}
