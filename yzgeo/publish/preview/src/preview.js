// The page of a preview: puts its parts together.
import { render } from "preact";
import { byId, html } from "../../page/src/html.js";
import { createStore } from "../../page/src/state/store.js";
import { bar, command, parts, totals } from "./parts/frame.js";
import { areas, place } from "./parts/pictures.js";
import { columns, problems, words } from "./parts/tables.js";
import { TEXTS } from "./texts.js";

/** @param {PreviewData} data @returns {PreviewPage} */
function makePage(data) {
  const first = /** @type {PreviewState} */ ({ lang: data.lang, part: 0, answers: {}, view: "close", copied: "" });
  const store = createStore(first, (state, /** @type {Partial<PreviewState>} */ patch) => ({ ...state, ...patch }));
  /** @type {PreviewPage} */
  const page = {
    data,
    store,
    get state() {
      return store.get();
    },
    get part() {
      return data.parts[store.get().part];
    },
    text: (both) => both[store.get().lang],
    say: (key, values = {}) => page.text(TEXTS[key]).replace(/\{(\w+)\}/g, (_, name) => String(values[name])),
  };
  return page;
}

/** @type {Window["yzPreview"]} */
export function start() {
  const page = makePage(/** @type {PreviewData} */ (JSON.parse(byId("yz-data").textContent || "")));
  const root = byId("yz-preview");
  function draw() {
    document.documentElement.lang = page.state.lang;
    document.title = `${page.say("preview")} · ${page.data.parts.map(({ file }) => file).join("、")}`;
    render(
      html`${bar(page)}<main>${parts(page)}${columns(page)}${problems(page)}<div class="yz-row">${words(page)}${place(page)}${areas(page)}</div>${totals(page)}${command(page)}</main>`,
      root,
    );
  }
  draw();
  page.store.subscribe(draw);
  window.yzgeoPreview = page;
  window.yzgeo.ready = true;
}
