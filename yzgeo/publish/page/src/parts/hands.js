// The tools on the map: each is a drawing over a word, so that nobody has to guess.
import { icon } from "../elements/icon.js";
import { html } from "../html.js";

/** @type {("length" | "area" | "inside" | "place")[]} */
const MEASURES = ["length", "area", "inside", "place"];

/** A browser may refuse, by a policy or for want of a click just now; then the page says so. @param {Page} page */
async function toggleFullScreen(page) {
  try {
    if (document.fullscreenElement) await document.exitFullscreen();
    else await document.documentElement.requestFullscreen();
    if (page.state.notice?.about === "screen") page.store.change({ notice: null });
  } catch {
    page.store.change({ notice: { about: "screen", words: page.both("full_screen_refused") } });
  }
}

/** @param {string} name @param {Parameters<typeof icon>[0]} sign @param {string} words @param {() => void} act @param {boolean} [isPressed] */
function hand(name, sign, words, act, isPressed) {
  const pressed = isPressed === undefined ? undefined : String(isPressed);
  return html`<button key=${name} type="button" data-tool=${name} aria-pressed=${pressed} onClick=${act}>${icon(sign)}<span>${words}</span></button>`;
}

/** @param {Page} page @param {NonNullable<Page["parcels"]>} parcels */
function lens(page, parcels) {
  const isOn = parcels.isEnlarged();
  return hand("lens", "search", page.say("lens"), () => page.store.change({ lens: !isOn }), isOn);
}

/**
 * The tools that stand on a map, or in the menu of a phone, whose map has no room for them.
 * @param {Page} page
 * @returns {{name: string, sign: Parameters<typeof icon>[0], words: string, act: () => void, isPressed?: boolean}[]}
 */
export function mapTools(page) {
  return [
    ...MEASURES.map((mode) => ({
      name: `measure-${mode}`,
      sign: mode,
      words: page.say(`measure_${mode}`),
      act: () => page.measure.toggle(mode),
      isPressed: page.state.measure.mode === mode,
    })),
    { name: "picture", sign: "picture", words: page.say("picture"), act: () => page.picture.save() },
    ...(document.fullscreenEnabled
      ? [
          {
            name: "full",
            sign: /** @type {const} */ ("full"),
            words: page.say("full_screen"),
            act: () => toggleFullScreen(page),
          },
        ]
      : []),
  ];
}

/** @type {Part} */
export const hands = {
  id: "yz-hands",
  attributes: (page) => ({ "aria-label": page.say("map_tools") }),
  content(page) {
    return [
      html`<div class="group" key="zoom">
        ${hand("zoom-in", "plus", page.say("zoom_in"), () => page.map.zoom(1))}
        ${hand("zoom-out", "minus", page.say("zoom_out"), () => page.map.zoom(-1))}
        ${hand("whole", "whole", page.say("whole_short"), page.map.home)}
        ${page.parcels && page.state.shown.parcels ? lens(page, page.parcels) : null}
      </div>`,
      page.state.isNarrow
        ? null
        : html`<div class="group" key="measure">
            ${mapTools(page).map(({ name, sign, words, act, isPressed }) => hand(name, sign, words, act, isPressed))}
          </div>`,
    ];
  },
};
