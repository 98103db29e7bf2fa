/* Lists that several views fold away: things without a place, parks by where the plan lists them. */
export function makeLists(page) {
  const m = page.markup;

  function keys(kind) {
    return page.data.order[kind] || [];
  }
  function lost(kind) {
    return keys(kind).filter((key) => page.data.subjects[key].unlocated);
  }
  function links(found) {
    return m.list(
      found.map((key) => {
        const subject = page.data.subjects[key];
        return page.link(key, "", subject.note ? page.text(subject.note) : "");
      }),
      "links",
    );
  }
  function parks() {
    const nodes = [];
    ["table", "text", "both"].forEach((place) => {
      const found = keys("park").filter((key) => page.data.subjects[key].listed_in === place);
      if (found.length)
        nodes.push(
          m.make("h3", "", `${page.say(`listed_${place}`)} ${found.length}`),
          m.list(
            found.map((key) => page.link(key, "", zoneName(key))),
            "links",
          ),
        );
    });
    return nodes;
  }
  function zoneName(key) {
    const zone = page.data.subjects[`zone:${page.data.subjects[key].zone_id}`];
    return zone ? page.text(zone.name) : "";
  }
  function unlocated() {
    const projects = lost("project");
    const gone = lost("park");
    const nodes = [m.make("p", "meta", page.say("unlocated_note")), links(projects)];
    if (gone.length) nodes.push(m.make("h3", "", `${page.say("unlocated_parks")} ${gone.length}`), links(gone));
    return page.fold("yz-unlocated", `${page.say("unlocated")} ${projects.length}`, nodes);
  }
  return { parks: parks, unlocated: unlocated };
}
