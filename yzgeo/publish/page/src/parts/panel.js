// The joined picture of one subject: what the rules found, its figures, and the things that belong to it.
import { Fragment } from "preact";
import { findingBlock, findingsOf, flagsOf, isGrave } from "../elements/finding.js";
import { icon } from "../elements/icon.js";
import { dot } from "../elements/rows.js";
import { parcelChoices } from "../elements/scenario_choices.js";
import { stamp } from "../elements/stamp.js";
import { factBlock, tableBlock } from "../elements/tables.js";
import { zoneSheet } from "../elements/zone_sheet.js";
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
      <div class="meta">${kindAndNote(page, subject)}${
        subject.kind === "parcel" && page.invented()
          ? html` <span class="invented">${page.say("invented_short")}</span>`
          : null
      }</div>
      ${subject.unlocated ? html`<p class="empty">${page.say("not_drawn")}</p>` : null}
      ${body(page, opened, subject)}
    <//>`;
  },
};

/** @param {Page} page @param {Subject} subject */
function head(page, { name, colour }) {
  const close = page.say("close");
  return html`<header>
    <h2 tabindex="-1">${colour ? dot(page.theme.tint(colour)) : null}${page.text(name)}</h2>
    <button type="button" class="button close" aria-label=${close} title=${close} onClick=${() => page.open(null)}>${icon("close")}</button>
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
  if (subject.kind === "zone") return zoneSheet(page, subject, key.slice("zone:".length), facts, reasons);
  if (subject.kind === "industry") {
    const zones = subject.zones || [];
    const chart = zones.length ? stamp(page, zones, zones.length > 1, page.text(subject.name)) : null;
    return [reasons, chart, tables, blocks];
  }
  return [parcelChoices(page, subject), reasons, blocks, tables];
}

/** The findings on a subject; the flag counts as on the list and on the map. @param {Page} page @param {Key} key */
function why(page, key) {
  const reasons = findingsOf(page, key);
  if (!reasons.length) return null;
  const flags = flagsOf(page, key);
  const rest = reasons.filter((finding) => !isGrave(finding)).length;
  const { warning, info } = page.data.severities;
  return html`<h3>${`${page.say("why_flagged")} `}${flags ? html`<span class="flag">${flags}</span> ${page.text(warning)}` : null}${
    rest ? html` <span class="meta">${`${rest} ${page.text(info)}`}</span>` : null
  }</h3>
    ${reasons.map((finding) => findingBlock(page, finding, "rule"))}`;
}
