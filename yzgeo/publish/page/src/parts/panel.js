// The joined picture of one subject: what the rules found, its figures, and the things that belong to it.
import { Fragment } from "preact";
import { findingBlock, findingsOf, flagsOf, isGrave } from "../elements/finding.js";
import { stamp } from "../elements/stamp.js";
import { factBlock, tableBlock } from "../elements/tables.js";
import { html } from "../html.js";

/** @type {Part} */
export const panel = {
  id: "yz-panel",
  attributes(page) {
    const subject = page.subject(page.state.opened);
    return { hidden: !subject, "aria-label": subject ? page.text(subject.name) : null };
  },
  content(page) {
    const { opened } = page.state;
    const subject = page.subject(opened);
    if (!opened || !subject) return null;
    return html`<${Fragment} key=${opened}>
      ${head(page, subject)}
      <div class="meta">${kindAndNote(page, subject)}</div>
      ${subject.unlocated ? html`<p class="empty">${page.say("not_drawn")}</p>` : null}
      ${body(page, opened, subject)}
    <//>`;
  },
};

/** @param {Page} page @param {Subject} subject */
function head(page, { name, colour }) {
  const style = colour ? { borderColor: page.theme.tint(colour) } : undefined;
  return html`<header>
    <h2 tabindex="-1" style=${style}>${page.text(name)}</h2>
    <button type="button" class="close" onClick=${() => page.open(null)}>${page.say("close")}</button>
  </header>`;
}

/** @param {Page} page @param {Subject} subject */
function kindAndNote(page, { kind, note }) {
  const kindName = page.text(page.data.kinds[kind]);
  return [kindName, note ? page.text(note) : ""].filter(Boolean).join(" · ");
}

/** What is asked first of each kind of thing stands first. @param {Page} page @param {Key} key @param {Subject} subject */
function body(page, key, subject) {
  const topics = subject.tables.map((table) => table.topic);
  // What a table tells is not told again.
  const facts = subject.facts.filter((fact) => !fact.topic || !topics.includes(fact.topic));
  const blocks = facts.map((fact) => factBlock(page, fact));
  const tables = subject.tables.map((table) => tableBlock(page, table));
  const reasons = why(page, key);
  if (subject.kind === "zone") {
    return [blocks[0], reasons, tables, html`<h3>${page.say("also_said")}</h3>`, blocks.slice(1)];
  }
  if (subject.kind === "industry") {
    const zones = subject.zones || [];
    const chart = zones.length ? stamp(page, zones, zones.length > 1, page.text(subject.name)) : null;
    return [reasons, chart, tables, blocks];
  }
  return [reasons, blocks, tables];
}

/** The findings on a subject. @param {Page} page @param {Key} key */
function why(page, key) {
  const reasons = findingsOf(page, key);
  if (!reasons.length) return null;
  const flags = flagsOf(page, key);
  const rest = reasons.filter((finding) => !isGrave(finding)).length;
  return html`<h3>${page.say("why_flagged")}${flags ? html` <span class="flag">${`⚑ ${flags}`}</span>` : null}${
    rest ? html` <span class="meta">${`${page.text(page.data.severities.info)} ${rest}`}</span>` : null
  }</h3>
    ${reasons.map((finding) => findingBlock(page, finding, "rule"))}`;
}
