// The list: what has no place yet, by name, and how far it has come.
import { classes, html } from "../../../page/src/html.js";
import { hasOwn } from "../../../page/src/own.js";
import { counted, isDone, ownerOf } from "../answers.js";
import { length } from "../reading/numbers.js";
import { keycap, mark } from "./marks.js";

const GROUPS = /** @type {const} */ (["town", "zone", "park", "project"]);

/** Names that the filter leaves, in their order. @param {PlacesPage} page */
export function shownIds(page) {
  const { filter, status } = page.state;
  const wanted = filter.normalize("NFKC").trim().toLowerCase();
  return page.data.wanted
    .filter((one) => {
      if (status === "open" && isDone(page.state, one.id) && one.id !== page.state.selected) return false;
      const texts = [one.name, one.owner, ...one.uses.flatMap((use) => [use.name, use.words, use.quote])];
      return !wanted || texts.some((text) => text.normalize("NFKC").toLowerCase().includes(wanted));
    })
    .map((one) => one.id);
}

/** What stands beside a name: the town or the owner, and what it is used for. @param {PlacesPage} page @param {WantedPlace} one */
function notes(page, one) {
  const town = one.town ? page.known[one.town] : null;
  const isOfMixedGroup = one.group === "town";
  const kind = isOfMixedGroup ? page.say(`kind_${one.uses[0].kind}`) : "";
  const used = one.uses.length > 1 ? page.fill("used", { n: one.uses.length }) : kind;
  return [town ? page.text(town.name) : one.owner, used].filter(Boolean).join(" · ");
}

/** How far a name has come, in words; null for one that is open. @param {PlacesPage} page @param {WantedPlace} one */
function progress(page, one) {
  const { state } = page;
  const owner = ownerOf(state, one.id);
  if (owner && owner.id !== one.id) return page.fill("answered_with", { name: owner.answer.name });
  if (owner) return page.fill("answered", { radius: length(owner.answer.uncertainty_m, state.lang) });
  return hasOwn(state.skipped, one.id) ? page.say("skipped") : null;
}

/** @param {PlacesPage} page @param {WantedPlace} one */
function row(page, one) {
  const { state } = page;
  const done = progress(page, one);
  const isChosen = one.id === state.selected;
  const source = page.text(one.uses[0].source);
  const figure = one.group === "project" && one.amount ? page.text(one.amount) : source;
  const quote = one.uses.find((use) => use.quote)?.quote;
  const sign = ownerOf(state, one.id) ? "set" : one.group === "town" ? "town" : "none";
  return html`<li key=${one.id}>
    <button type="button" class=${classes("yz-row", isChosen && "chosen")} data-id=${one.id}
      aria-current=${isChosen ? "true" : undefined} onClick=${() => choose(page, one.id)}>
      ${mark(sign)}
      <span class="yz-name"><b>${one.name}</b> <small>${notes(page, one)}</small></span>
      <span class="yz-right">${done ? page.say("undoable") : figure}</span>
      <span class=${classes("yz-below", !done && "quote")}>${done || (quote ? `“${quote}”` : source)}</span>
    </button>
  </li>`;
}

/** @param {PlacesPage} page @param {string} id */
function choose(page, id) {
  page.store.change({ pane: "map" });
  page.act.select(id);
}

/** @param {PlacesPage} page @param {typeof GROUPS[number]} group @param {string[]} ids */
function section(page, group, ids) {
  const rows = ids.map((id) => page.wanted[id]).filter((one) => one.group === group);
  if (!rows.length) return null;
  const uses = rows.reduce((sum, one) => sum + one.uses.length, 0);
  const order = group === "project" ? "by_money" : "by_use";
  return html`<section key=${group} aria-labelledby=${`yz-group-${group}`}>
    <h3 id=${`yz-group-${group}`}><b>${page.say(`group_${group}`)}</b> ${page.fill("names", { n: rows.length, uses })}<span>${page.say(order)}</span></h3>
    <ul>${rows.map((one) => row(page, one))}</ul>
  </section>`;
}

/**
 * What is left, in a sentence.
 * @param {PlacesPage} page @param {ReturnType<typeof counted>} sums
 * @param {number | null} skipped how many are marked as not stated once all are dealt with; null before
 */
function headline(page, sums, skipped) {
  if (skipped) return page.fill("left_done", { n: skipped });
  if (skipped === 0 || sums.none + sums.town === 0) return page.say("left_none");
  return sums.none ? page.fill("left", { n: sums.none }) : page.fill("left_town", { n: sums.town });
}

/** @param {PlacesPage} page */
function head(page) {
  const { data, state } = page;
  const sums = counted(data, state);
  const all = sums.settled + sums.town + sums.none;
  const done = data.wanted.filter((one) => isDone(state, one.id)).length;
  const skipped = data.wanted.filter((one) => hasOwn(state.skipped, one.id)).length;
  const title = headline(page, sums, done === data.wanted.length ? skipped : null);
  /** @param {number} part */
  const share = (part) => `flex-grow:${part}`;
  return html`<div class="yz-head">
    <h2>${title}<span>${page.fill("of_all", { n: all })}</span></h2>
    <div class="yz-progress" aria-hidden="true">
      <i class="set" style=${share(sums.settled)}></i><i class="town" style=${share(sums.town)}></i><i class="none" style=${share(sums.none)}></i>
    </div>
    <p class="yz-sums">
      <span>${page.fill("settled", { n: sums.settled })}</span><span>${page.fill("town_only", { n: sums.town })}</span><span>${page.fill("unknown", { n: sums.none })}</span>
      <span class="end">${page.fill("set_now", { n: sums.set })}</span>
    </p>
    <div class="yz-filter" role="group" aria-label=${page.say("filter")}>
      ${
        /** @type {const} */ (["open", "all"]).map(
          (status) => html`<button type="button" key=${status} aria-pressed=${String(state.status === status)}
          onClick=${() => page.store.change({ status })}>${page.say(status === "open" ? "open_only" : "all")}</button>`,
        )
      }
      <button type="button" data-tool="undo" disabled=${!state.past.length} onClick=${page.act.undo}>${page.say("undo")} ${keycap("Z")}</button>
      <span role="status">${page.fill("progress", { n: done, all: data.wanted.length })}</span>
    </div>
  </div>`;
}

/** @param {PlacesPage} page */
export function list(page) {
  const ids = shownIds(page);
  return html`<nav id="yz-list" class="yz-list" tabindex="-1" aria-label=${page.say("filter")}>
    ${head(page)}
    ${GROUPS.map((group) => section(page, group, ids))}
    ${
      ids.length || !page.data.wanted.length
        ? null
        : html`<p class="yz-empty">${page.say("nothing_fits")} <button type="button" onClick=${() =>
            page.store.change({ filter: "", status: "all" })}>${page.say("clear")}</button></p>`
    }
    ${page.state.extra.length ? html`<p class="yz-empty">${page.fill("extra_rows", { n: page.state.extra.length })}</p>` : null}
  </nav>`;
}
