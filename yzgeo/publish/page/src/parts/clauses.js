import { hasOwn } from "../own.js";
/* A clause is a button that unfolds the plan's own words; a source outside the plan is a plain note. */
export function makeClauses(page) {
  const m = page.markup;

  function chips(sources) {
    const row = m.make("div", "chips");
    const box = m.add(m.make("div", "sources"), row);
    (sources || []).forEach((source) => {
      m.add(row, page.data.clauses[source] ? chip(source, box) : outside(source));
    });
    return box;
  }
  function outside(source) {
    const words = page.data.downloads.words;
    const coded = hasOwn(words, source) ? page.text(words[source]) : source;
    const note = m.make(
      "span",
      "chip outside",
      /\.(csv|json|geojson)$/.test(source) ? page.say("data_file") + source : coded,
    );
    note.title = page.say("outside_source");
    return note;
  }
  function chip(source, box) {
    const clause = page.data.clauses[source];
    let passage = null;
    const button = m.press("chip", page.lang === "zh" ? source : clause.en, () => {
      if (passage) {
        box.removeChild(passage);
        passage = null;
      } else {
        passage = m.add(
          m.make("blockquote", "passage"),
          m.make("span", "heading", clause.heading),
          document.createTextNode(clause.text),
        );
        m.add(box, passage);
      }
      button.setAttribute("aria-expanded", String(passage !== null));
    });
    button.title = page.say("show_clause");
    button.setAttribute("aria-expanded", "false");
    return button;
  }
  return { chips: chips };
}
