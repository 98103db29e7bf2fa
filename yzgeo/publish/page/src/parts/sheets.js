// What fills the page in views without a map of their own: the table, the comparison, the reading view.

/** @type {[string, View["layout"]][]} */
const SHEETS = [
  ["yz-table", "table"],
  ["yz-compare", "compare"],
  ["yz-reading", "reading"],
];

/** @type {Part[]} */
export const sheets = SHEETS.map(([id, layout]) => ({
  id,
  attributes: (page) => ({
    hidden: page.view.layout !== layout,
    "aria-labelledby": page.view.layout === layout ? `yz-tab-${page.state.view}` : null,
  }),
  content: (page) => (page.view.layout === layout && page.view.sheet ? page.view.sheet() : null),
}));
