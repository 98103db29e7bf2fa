// Beside a table: how many of the rows that are wanted have no place, so that the map does not pass for all of them.

/** @type {Part} */
export const unplaced = {
  id: "yz-unplaced",
  attributes: (page) => ({ hidden: words(page) === "" }),
  content: words,
};

/** @param {Page} page */
function words(page) {
  if (page.view.layout !== "table" || page.state.printing) return "";
  const drawn = page.table.drawn();
  const isPlaced = drawn?.source.isPlaced;
  const count = isPlaced ? drawn.rows.reduce((sum, row) => sum + Number(!isPlaced(row)), 0) : 0;
  return count ? page.say("unplaced").replace("%d", page.numbers.grouped(count)) : undrawn(page);
}

/** Of a ledger the table has only what is drawn; how many others there are is known of all of it. @param {Page} page */
function undrawn(page) {
  const count = page.table.kind() === "parcels" && page.parcels ? page.parcels.undrawn : 0;
  return count ? page.say("parcels_undrawn").replace("%n", page.numbers.parcels(count)) : "";
}
