// What is known of a zone: its measures, what the rules found, what text and table list, its projects, the rest.
import { html } from "../html.js";
import { measureFacts } from "./measures.js";
import { factBlock, tableBlock } from "./tables.js";

const LISTINGS = ["industries", "parks"];
const MEASURED = /^area_|^projects$|^recovery$/;

/**
 * @param {Page} page @param {Subject} subject @param {string} zoneId @param {Fact[]} facts those that no table tells
 * @param {Content} findings
 */
export function zoneSheet(page, subject, zoneId, facts, findings) {
  const measured = page.data.measures.filter(({ by_zone }) => by_zone[zoneId]);
  const told = new Set(measured.filter(({ id }) => MEASURED.test(id)).map(({ title }) => title.zh));
  const rest = facts.filter(({ label }) => !told.has(label.zh));
  const listings = subject.tables.filter(({ topic }) => LISTINGS.includes(String(topic)));
  const others = subject.tables.filter(({ topic }) => !LISTINGS.includes(String(topic)));
  return html`${measureFacts(page, zoneId)} ${findings}
    <div class="listings">${listings.map((table) => tableBlock(page, table))}</div>
    ${others.map((table) => tableBlock(page, table))}
    ${rest.length ? html`<h3>${page.say("also_said")}</h3>` : null} ${rest.map((fact) => factBlock(page, fact))}`;
}
