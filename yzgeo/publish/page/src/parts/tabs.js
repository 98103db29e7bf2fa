// A tab for each view; the arrow keys, Home and End go from tab to tab.
import { icon } from "../elements/icon.js";
import { byId, html } from "../html.js";

/** @type {Part} */
export const tabs = {
  id: "yz-views",
  attributes: (page) => ({ "aria-label": page.say("views") }),
  content(page) {
    const names = /** @type {ViewName[]} */ (Object.keys(page.views));
    return names.map((name, index) => {
      const isChosen = name === page.state.view;
      return html`<button key=${name} type="button" class="tab" role="tab" id=${`yz-tab-${name}`} data-view=${name}
        tabindex=${isChosen ? "0" : "-1"} aria-selected=${String(isChosen)} aria-controls="yz-list"
        onClick=${() => enter(page, name)} onKeyDown=${(/** @type {KeyboardEvent} */ event) => {
          const next = nextOf(event.key, index, names.length - 1);
          if (next === undefined) return;
          event.preventDefault();
          enter(page, names[next]);
          byId(`yz-tab-${names[next]}`).focus();
        }}>${icon(page.views[name].sign)}<span>${page.text(page.views[name].title)}</span></button>`;
    });
  },
};

/** @param {Page} page @param {ViewName} view */
function enter(page, view) {
  page.store.change({ view, rule: null });
}

/**
 * @param {string} key that was pressed @param {number} index @param {number} last
 * @returns {number | undefined}
 */
export function nextOf(key, index, last) {
  if (key === "ArrowRight") return index < last ? index + 1 : 0;
  if (key === "ArrowLeft") return index ? index - 1 : last;
  if (key === "Home") return 0;
  return key === "End" ? last : undefined;
}
