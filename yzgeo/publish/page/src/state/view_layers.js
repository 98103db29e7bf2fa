// Which layers a view wants on or off; the map beside a table shows what is listed there.

/** @typedef {Record<string, Record<string, boolean>>} ViewLayers by view, or by view and table */

/** What the map beside a table shows, where that is not what the view shows. @type {ViewLayers} */
const OF_TABLES = {
  parks: { parks: true, projects: false },
  parcels: { parcels: true, projects: false },
};

/**
 * @param {Record<string, Pick<View, "layers">>} views @param {string[]} tables of the view of projects
 * @returns {ViewLayers}
 */
export function viewLayers(views, [first, ...others]) {
  /** @type {ViewLayers} */
  const all = {};
  for (const [name, { layers }] of Object.entries(views)) all[name] = { parcels: false, ...layers };
  const { projects } = all;
  for (const table of others) all[`projects ${table}`] = { ...projects, ...OF_TABLES[table] };
  all.projects = { ...projects, ...OF_TABLES[first] };
  return all;
}

/** @param {ViewLayers} all @param {Pick<State, "view" | "table">} state */
export function layersOf(all, { view, table }) {
  return all[`${view} ${table}`] || all[view];
}
