// The row of tools; each is a word, so that nobody has to guess a picture.
import { html } from "../html.js";

/** @type {("length" | "area")[]} */
const MEASURES = ["length", "area"];

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

/** @param {string} name @param {string} words @param {() => void} act @param {boolean} [isPressed] */
function tool(name, words, act, isPressed) {
  const pressed = isPressed === undefined ? undefined : String(isPressed);
  return html`<button key=${name} type="button" class="tool" data-tool=${name} aria-pressed=${pressed} onClick=${act}>${words}</button>`;
}

/** @type {Part} */
export const tools = {
  id: "yz-tools",
  attributes: (page) => ({ "aria-label": page.say("tools") }),
  content: (page) => [
    ...MEASURES.map((mode) => {
      const isPressed = page.state.measure.mode === mode;
      return tool(`measure-${mode}`, page.say(`measure_${mode}`), () => page.measure.toggle(mode), isPressed);
    }),
    tool("print", page.say("print"), () => page.store.change({ dialog: "print" })),
    tool("picture", page.say("picture"), () => page.picture.save()),
    tool("download", page.say("download"), () => page.store.change({ dialog: "download" })),
    document.fullscreenEnabled ? tool("full", page.say("full_screen"), () => toggleFullScreen(page)) : null,
    tool("theme", page.say(`theme_${page.state.theme}`), page.theme.next),
  ],
};
