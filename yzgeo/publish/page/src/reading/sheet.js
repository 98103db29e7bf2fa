// What fills the page in the reading view: one finding with the pages that it is about, or the whole plan.
import { html } from "../html.js";
import { chosenFinding } from "./choice.js";
import { head } from "./head.js";
import { leavesOf } from "./leaves.js";
import { Pages } from "./pages.js";
import { strip } from "./strip.js";
import { Whole } from "./whole.js";

/** @param {Page} page */
export function readingSheet(page) {
  const { notice } = page.state;
  return html`${notice ? html`<p class="notice" role="status">${page.text(notice.words)}</p>` : null}${content(page)}`;
}

/** @param {Page} page */
function content(page) {
  const [first] = page.data.clause_order;
  const finding = chosenFinding(page);
  const clause = page.state.clause || (finding ? null : first || null);
  if (clause !== null) {
    const { lang, printing } = page.state;
    return html`<div class="reading"><header class="finding-head"><div class="grow">
        <h2 tabindex="-1">${page.say("whole_text")}</h2><p class="meta">${page.say("whole_text_note")}</p>
      </div></header>
      <${Whole} page=${page} clause=${clause} lang=${lang} printing=${printing} /></div>`;
  }
  if (!finding)
    return html`<div class="reading"><p class="empty">${page.say("findings_none")} ${page.say("no_text")}</p></div>`;
  const count = leavesOf(page.data, finding).length;
  const key = `${finding.rule} ${finding.key}`;
  return html`<div class=${`reading ${count > 2 ? "long" : ""}`} key=${key}>
    ${head(page, finding)}
    ${strip(page, finding.compared)}
    ${count ? html`<${Pages} page=${page} finding=${finding} />` : html`<p class="empty">${page.say("no_passage")}</p>`}
    ${count ? legend(page) : null}
  </div>`;
}

/** @param {Page} page */
function legend(page) {
  return html`<footer class="reading-key">
    <span><mark>${page.say("key_yellow")}</mark> ${page.say("key_marked")}</span>
    <span><span class="dotted">${page.say("key_dotted")}</span> ${page.say("key_others")}</span>
    <span><span class="number this">1</span> ${page.say("key_this")}</span>
    <span><span class="number">2</span> ${page.say("key_numbers")}</span>
    <span class="grow end">${page.say("unchanged")}</span>
  </footer>`;
}
