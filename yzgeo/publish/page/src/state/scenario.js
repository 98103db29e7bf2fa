// The scenario that is looked at: the one that the address names, else the first.

/** Its place among the scenarios. @param {Page} page */
export function scenarioAt({ data, state }) {
  const items = data.scenarios?.items || [];
  const named = items.findIndex(({ name }) => name.zh === state.scenario);
  return Math.max(0, named);
}

/** The scenario by whose years the map tells parcels apart, by its place; null in other views. @param {Page} page */
export function scenarioOnMap(page) {
  return page.data.scenarios && page.state.view === "scenarios" ? scenarioAt(page) : null;
}
