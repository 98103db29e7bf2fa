/* Lists that several views fold away: things without a place, parks by where the plan lists them. */
function yzLists(page) {
  "use strict";
  var m = page.markup;

  function keys(kind) { return page.data.order[kind] || []; }
  function lost(kind) { return keys(kind).filter(function (key) { return page.data.subjects[key].unlocated; }); }
  function links(found) {
    return m.list(found.map(function (key) { var subject = page.data.subjects[key]; return page.link(key, "", subject.note ? page.text(subject.note) : ""); }), "links");
  }
  function parks() {
    var nodes = [];
    ["table", "text", "both"].forEach(function (place) {
      var found = keys("park").filter(function (key) { return page.data.subjects[key].listed_in === place; });
      if (found.length) nodes.push(m.make("h3", "", page.say("listed_" + place) + " " + found.length), m.list(found.map(function (key) { return page.link(key, "", zoneName(key)); }), "links"));
    });
    return nodes;
  }
  function zoneName(key) {
    var zone = page.data.subjects["zone:" + page.data.subjects[key].zone_id];
    return zone ? page.text(zone.name) : "";
  }
  function unlocated() {
    var projects = lost("project"), gone = lost("park");
    var nodes = [m.make("p", "meta", page.say("unlocated_note")), links(projects)];
    if (gone.length) nodes.push(m.make("h3", "", page.say("unlocated_parks") + " " + gone.length), links(gone));
    return page.fold("yz-unlocated", page.say("unlocated") + " " + projects.length, nodes);
  }
  return {parks: parks, unlocated: unlocated};
}
