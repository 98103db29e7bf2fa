// What lies inside, as rows of a table.

/**
 * @param {Page} page @param {import("../map/contents.js").Contents} contents @param {NamedParcel[]} parcels
 * @returns {unknown[][]} the first are the headings
 */
export function insideRows(page, { zones, projects, parks }, parcels) {
  const { data } = page;
  const heads = /** @type {const} */ (["kind", "name", "how", "money", "printed", "status", "mu", "remark"]);
  /** @param {Key} key */
  const named = (key) => [page.text(data.kinds[data.subjects[key].kind]), page.text(data.subjects[key].name)];
  /** @param {import("../map/contents.js").Touched} zone */
  const zoneRow = (zone) => [...named(zone.key), zoneNote(page, zone), "", "", "", "", ""];
  /** @param {import("../map/contents.js").Lying} thing */
  function projectRow(thing) {
    const project = data.projects.find(({ key }) => key === thing.key);
    const printed = project?.printed ? page.text(project.printed) : "";
    return [...named(thing.key), lyingNote(page, thing), project?.investment ?? "", printed, "", "", ""];
  }
  /** @param {import("../map/contents.js").Lying} thing */
  const parkRow = (thing) => [...named(thing.key), lyingNote(page, thing), "", "", "", "", ""];
  /** @param {NamedParcel} parcel */
  const parcelRow = ({ id, label, mu }) => {
    const kind = page.text(data.kinds.parcel);
    return [kind, id, page.say("inside_sure"), "", "", page.text(label), page.numbers.scaled(mu, 1), page.invented()];
  };
  return [
    heads.map((name) => page.say(`inside_${name}`)),
    ...zones.map(zoneRow),
    ...projects.map(projectRow),
    ...parks.map(parkRow),
    ...parcels.map(parcelRow),
  ];
}

/** How a zone is touched, in words. @param {Page} page @param {import("../map/contents.js").Touched} zone */
export function zoneNote(page, { here, of, isOutlined, isSchematic }) {
  const outline = isOutlined ? page.say(isSchematic ? "inside_sketched" : "inside_outlined") : "";
  const seeds = of > 1 ? counted(page, here, of) : here ? page.say("inside_seed") : "";
  return [outline, seeds].filter(Boolean).join(page.semicolon());
}

/** How a project or park lies inside, in words. @param {Page} page @param {import("../map/contents.js").Lying} thing */
export function lyingNote(page, { how, here, of }) {
  return [page.say(`inside_${how}`), of > 1 ? counted(page, here, of) : ""].filter(Boolean).join(page.semicolon());
}

/** @param {Page} page @param {number} here @param {number} of */
function counted(page, here, of) {
  return page.say("inside_seeds").replace("%n", String(here)).replace("%d", String(of));
}
