/* A clause is a button that unfolds the plan's own words; a source outside the plan is a plain note. */
function yzClauses(page) {
  "use strict";
  var m = page.markup;

  function chips(sources) {
    var row = m.make("div", "chips"), box = m.add(m.make("div", "sources"), row);
    (sources || []).forEach(function (source) { m.add(row, page.data.clauses[source] ? chip(source, box) : outside(source)); });
    return box;
  }
  function outside(source) {
    var words = page.data.downloads.words, coded = words.hasOwnProperty(source) ? page.text(words[source]) : source;
    var note = m.make("span", "chip outside", /\.(csv|json|geojson)$/.test(source) ? page.say("data_file") + source : coded);
    note.title = page.say("outside_source");
    return note;
  }
  function chip(source, box) {
    var clause = page.data.clauses[source], passage = null;
    var button = m.press("chip", page.lang === "zh" ? source : clause.en, function () {
      if (passage) { box.removeChild(passage); passage = null; }
      else {
        passage = m.add(m.make("blockquote", "passage"), m.make("span", "heading", clause.heading), document.createTextNode(clause.text));
        m.add(box, passage);
      }
      button.setAttribute("aria-expanded", String(passage !== null));
    });
    button.title = page.say("show_clause");
    button.setAttribute("aria-expanded", "false");
    return button;
  }
  return {chips: chips};
}
