// On the map: how many of the rows beside it, or of the plan's zones, have no place, so that it does not pass for all.

/** @type {Part} */
export const unplaced = {
  id: "yz-unplaced",
  attributes: (page) => ({ hidden: words(page) === "" }),
  content: words,
};

/** @param {Page} page */
function words(page) {
  if (page.view.layout === "map") return undrawnZones(page);
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

/** An outline without anything in it says why. @param {Page} page */
function undrawnZones(page) {
  const { zones, sites } = page.data;
  const count = zones.filter(({ middle }) => middle === null).length;
  if (!count || !page.state.shown.zones) return "";
  const words = page.say(count === zones.length && !sites.length ? "nothing_placed" : "unplaced_zones");
  return words.replace("%d", String(count));
}
