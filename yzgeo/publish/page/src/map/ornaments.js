// The margin of the map: scale, north arrow and sources.
import { render } from "preact";
import { html } from "../html.js";

/** @typedef {L.Control.Scale & {_getRoundNum(most: number): number, _updateScale(node: unknown, words: string, share: number): void, _mScale: unknown, _update(): void}} Inner */

/** @param {L.Map} map @param {string} classes @param {Content} content */
function corner(map, classes, content) {
  const control = new L.Control({ position: "bottomright" });
  const box = L.DomUtil.create("div", classes);
  L.DomEvent.disableClickPropagation(box);
  control.onAdd = () => box;
  control.addTo(map);
  render(content, box);
  return box;
}

/** Words as HTML: Leaflet takes attributions as markup, and these are a stranger's. @param {string} words */
function asHtml(words) {
  const holder = document.createElement("span");
  holder.textContent = words;
  return holder.innerHTML;
}

/** @param {Page} page */
export function makeOrnaments(page) {
  const map = page.leaflet;
  const container = map.getContainer();
  const Scale = /** @type {new (options: L.Control.ScaleOptions) => Inner} */ (
    /** @type {unknown} */ (
      L.Control.Scale.extend({
        /** @this {Inner} @param {number} most */
        _updateMetric(most) {
          const metres = this._getRoundNum(most);
          this._updateScale(this._mScale, page.numbers.metres(metres), metres / most);
        },
      })
    )
  );
  const scale = new Scale({ imperial: false });
  scale.addTo(map);
  const north = corner(map, "north", null);
  map.attributionControl.setPrefix(false);
  /** The sources that must be named, as HTML of their words. @type {string[]} */
  let attributed = [];

  /** Names the sources of the plan that ask for it, in the reader's language. */
  function attribute() {
    for (const words of attributed) map.attributionControl.removeAttribution(words);
    attributed = page.data.sources.attributions.map((words) => asHtml(page.text(words)));
    for (const words of attributed) map.attributionControl.addAttribution(words);
  }

  function draw() {
    render(
      html`<svg width="16" height="22" viewBox="0 0 16 22" aria-hidden="true">
          <path d="M8 0 14 21 8 16 2 21Z" fill="currentColor" />
        </svg>
        <span>${page.say("north")}</span>`,
      north,
    );
    scale._update();
    attribute();
    container.setAttribute("role", "region");
    container.setAttribute("aria-label", page.say("map"));
  }

  return {
    draw,
    /** @param {State} state @param {State} before */
    follow(state, before) {
      if (state.lang !== before.lang) draw();
    },
  };
}
