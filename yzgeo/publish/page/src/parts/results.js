// The results of a search: a list box for pointer and keyboard.
import { html } from "../html.js";
import { hasOwn } from "../own.js";

/** @param {number} index */
function idOf(index) {
  return `yz-hit-${index}`;
}

/** @type {Part} */
export const query = {
  id: "yz-query",
  attributes(page) {
    const { hits, active } = page.state.search;
    const prompt = page.say(page.data.parcels ? "search_parcels" : "search");
    return {
      placeholder: prompt,
      "aria-label": prompt,
      "aria-expanded": String(hits.length > 0),
      "aria-activedescendant": active < 0 ? null : idOf(active),
    };
  },
};

/** @type {Part} */
export const results = {
  id: "yz-results",
  attributes: (page) => ({ "aria-label": page.say("search_results"), hidden: !page.state.search.hits.length }),
  content(page) {
    const { hits, counts } = page.state.search;
    const kinds = [...new Set(hits.map(({ kind }) => kind))];
    return kinds.map((kind) => {
      const title = `${kindName(page, kind)} ${counts[kind]}`;
      const rows = hits.map((hit, index) => (hit.kind === kind ? option(page, hit, index) : null));
      return html`<div key=${kind} role="group" aria-label=${title}><div class="kind" aria-hidden="true">${title}</div>${rows}</div>`;
    });
  },
};

/** @param {Page} page @param {SearchHit} hit @param {number} index */
function option(page, hit, index) {
  const isActive = index === page.state.search.active;
  return html`<button key=${hit.key} type="button" id=${idOf(index)} tabindex="-1" role="option"
    aria-selected=${String(isActive)} onClick=${() => page.search.choose(hit)}>
    ${page.text(hit.name)}${hit.note ? html`<span class="meta">${hit.note}</span>` : null}
  </button>`;
}

/** @param {Page} page @param {string} kind */
function kindName(page, kind) {
  return hasOwn(page.data.kinds, kind)
    ? page.text(page.data.kinds[kind])
    : page.say(/** @type {TextKey} */ (`found_${kind}`));
}

/** @type {Part} */
export const searchStatus = {
  id: "yz-search-status",
  content(page) {
    const { typed, hits, total, isFinished } = page.state.search;
    if (typed && !hits.length && isFinished) return page.say("nothing_found");
    return total > hits.length ? `${page.say("more_hits")} ${total}` : "";
  },
};
