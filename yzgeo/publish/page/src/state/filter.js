// What the reader narrows the page to, shared by map, table, list and charts.

/**
 * Whether a project is among what is asked for.
 * @param {Pick<State, "chosen">} state @param {Project} project
 */
export function isWanted({ chosen }, project) {
  return chosen === null || project.class === chosen;
}
