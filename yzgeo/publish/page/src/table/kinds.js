// The kinds of things that the table can show.

/** @type {Record<string, TextKey>} */
export const TABLES = {
  projects: "table_projects",
  parks: "table_parks",
  targets: "table_targets",
  findings: "table_findings",
  zones: "table_zones",
  parcels: "table_parcels",
};
