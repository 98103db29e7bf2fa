// The row of tools above the map: what one takes along, and how the page looks.
import { icon } from "../elements/icon.js";
import { html } from "../html.js";
import { mapTools } from "./hands.js";

/** @param {string} name @param {Parameters<typeof icon>[0]} sign @param {string} words @param {() => void} act @param {boolean} [isSign] @param {boolean} [isPressed] */
function tool(name, sign, words, act, isSign, isPressed) {
  const label = isSign ? words : undefined;
  return html`<button key=${name} type="button" class="button tool" data-tool=${name} aria-label=${label} title=${label} aria-pressed=${isPressed === undefined ? undefined : String(isPressed)} onClick=${act}>
    ${icon(sign)}${isSign ? null : html`<span class="words">${words}</span>`}
  </button>`;
}

/** @type {Part} */
export const tools = {
  id: "yz-tools",
  attributes: (page) => ({ "aria-label": page.say("tools") }),
  content: (page) => [
    tool("print", "print", page.say("print"), () => page.store.change({ dialog: "print" })),
    tool("download", "download", page.say("download"), () => page.store.change({ dialog: "download" })),
    tool("theme", page.state.theme, page.say(`theme_${page.state.theme}`), page.theme.next, !page.state.isNarrow),
    ...(page.state.isNarrow && page.view.layout === "map"
      ? mapTools(page).map(({ name, sign, words, act, isPressed }) => tool(name, sign, words, act, false, isPressed))
      : []),
  ],
};
