/* Parcels, when a ledger was given. Who draws them sets `window.yzParcels = function (page) {…}`, which gives back
   {list(box), legend(): nodes, show(), hide()}; without it the ledger is counted and the map shows the zones. */
function yzViewParcels(page) {
  "use strict";
  var m = page.markup, given = page.data.parcels, drawn = window.yzParcels ? window.yzParcels(page) : null;
  if (!given && !drawn) return null;

  return {
    title: "view_parcels",
    list: function (box) {
      if (given) {
        m.add(box, m.make("h2", "", page.say("view_parcels") + " " + page.numbers.grouped(given.count)));
        m.add(box, m.list(Object.keys(given.by_status).map(function (status) { return m.make("span", "", (YZ_TEXTS[status] ? page.say(status) : status) + " " + page.numbers.grouped(given.by_status[status])); })));
      }
      if (drawn) drawn.list(box);
    },
    legend: function () { return (drawn ? drawn.legend() : []).concat(page.legend.outlines()); },
    layers: {zones: true, parks: false, projects: false, places: false},
    style: function (key, subject) { return subject.kind === "zone" ? {fillOpacity: .06} : null; },
    label: function (zone) { return page.text(zone.area); },
    enter: function () { if (drawn) drawn.show(); },
    leave: function () { if (drawn) drawn.hide(); }
  };
}
