// The kinds of things that the table can show.
import { findings } from "./sources/findings.js";
import { parks } from "./sources/parks.js";
import { projects } from "./sources/projects.js";
import { targets } from "./sources/targets.js";
import { zones } from "./sources/zones.js";

/** @type {Record<string, TextKey>} */
export const TABLES = {
  projects: "table_projects",
  parks: "table_parks",
  zones: "table_zones",
  targets: "table_targets",
  findings: "table_findings",
  parcels: "table_parcels",
};
/** Of what the page has at hand; the ledger is unpacked first. @type {Record<string, (page: Page, show: (source: string) => void) => TableSource | null>} */
export const SOURCES = { projects, parks, zones, targets, findings };

/** How many of a kind the page has; 0 for none. @param {Page} page @param {string} kind */
export function countOf({ data, parcels }, kind) {
  if (kind === "projects") return data.projects.length;
  if (kind === "findings") return data.findings.length;
  if (kind === "zones") return data.zones.length;
  if (kind === "parcels") return parcels && data.parcels ? data.parcels.count : 0;
  return (data.order[kind.slice(0, -1)] || []).length;
}
