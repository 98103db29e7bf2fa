// The results of a search: a list box for pointer and keyboard.
import { html } from "../html.js";
import { MOST } from "../search/box.js";

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
    const { hits, active } = page.state.search;
    return hits.map((hit, index) => {
      const kind = page.text(page.data.kinds[hit.key.slice(0, hit.key.indexOf(":"))] || page.both("clause"));
      return html`<button key=${hit.key} type="button" id=${idOf(index)} tabindex="-1" role="option"
        aria-selected=${String(index === active)} onClick=${() => page.search.choose(hit)}>
        ${page.text(hit.name)}<span class="meta">${hit.note ? `${kind} · ${hit.note}` : kind}</span>
      </button>`;
    });
  },
};

/** @type {Part} */
export const searchStatus = {
  id: "yz-search-status",
  content(page) {
    const { typed, hits, total, isFinished } = page.state.search;
    if (typed && !hits.length && isFinished) return page.say("nothing_found");
    return total > MOST ? `${page.say("more_hits")} ${total}` : "";
  },
};
