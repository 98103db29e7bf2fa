// What lies over the map: zoom, hints, legend, credits, and what the page has to tell.
import { html } from "../../../page/src/html.js";
import { keycap, mark } from "./marks.js";

/** @param {PlacesPage} page */
export function zoom(page) {
  /** @param {string} words @param {string} sign @param {() => void} act */
  const button = (words, sign, act) => html`<button type="button" onClick=${act}>
    <svg width="18" height="18" viewBox="0 0 18 18" aria-hidden="true"><path d=${sign} /></svg><span>${words}</span>
  </button>`;
  return html`<div class="yz-zoom">
    ${button(page.say("zoom_in"), "M9 3v12M3 9h12", () => page.map.zoom(1))}
    ${button(page.say("zoom_out"), "M3 9h12", () => page.map.zoom(-1))}
    ${button(page.say("whole"), "M2 6V2h4M12 2h4v4M16 12v4h-4M6 16H2v-4", page.map.whole)}
  </div>`;
}

/** @param {PlacesPage} page */
export function hints(page) {
  return html`<p class="yz-hints">
    <span>${page.say("hint_click")}</span><span>${page.say("hint_drag")}</span>
    <span>${keycap("↑")}${keycap("↓")} ${page.say("hint_next")}</span><span>${keycap("N")} ${page.say("hint_skip")}</span>
  </p>`;
}

/** @param {PlacesPage} page */
export function legend(page) {
  return html`<details class="yz-legend" open=${window.innerWidth > 1100}>
    <summary>${page.say("legend")}</summary>
    <ul>
      <li>${mark("point")}<span>${page.say("legend_point")}</span></li>
      <li>${mark("town")}<span>${page.say("legend_town")}</span></li>
      <li>${mark("none")}<span>${page.say("legend_none")}</span></li>
    </ul>
  </details>`;
}

/** @param {PlacesPage} page */
export function credits(page) {
  const { data } = page;
  const isSchematic = data.zones.some((zone) => zone.geometry && !zone.official);
  return html`<p class="yz-credits">${[isSchematic ? page.say("credits_schematic") : "", ...data.credits].filter(Boolean).join(" · ")}</p>`;
}

/** @param {PlacesPage} page */
export function told(page) {
  const { message, conflicts, storage } = page.state;
  const names = Object.keys(conflicts || {}).map((id) => page.wanted[id].name);
  return html`<div class="yz-told" role="status">
    ${message ? html`<p class=${message.tone}>${message.words}</p>` : null}
    ${
      conflicts
        ? html`<p class="warned">${page.fill("conflicts", { n: names.length, names: names.slice(0, 5).join("、") })}
          <button type="button" data-tool="take-file" onClick=${() => page.act.resolve(true)}>${page.say("take_file")}</button>
          <button type="button" data-tool="keep-own" onClick=${() => page.act.resolve(false)}>${page.say("keep_own")}</button></p>`
        : null
    }
    ${storage === "refused" ? html`<p class="warned">${page.say("storage_refused")}</p>` : null}
  </div>`;
}

/** On narrow screens one pane shows at a time. @param {PlacesPage} page */
export function panes(page) {
  return html`<div class="yz-panes" role="group" aria-label=${page.say("places")}>
    ${
      /** @type {const} */ (["list", "map"]).map(
        (pane) =>
          html`<button type="button" key=${pane} aria-pressed=${String(page.state.pane === pane)} onClick=${() =>
            page.store.change({ pane })}>${page.say(`pane_${pane}`)}</button>`,
      )
    }
  </div>`;
}
