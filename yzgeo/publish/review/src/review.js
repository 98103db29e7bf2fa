// The page of the review: puts its parts together.
import { render } from "preact";
import { byId, html } from "../../page/src/html.js";
import { hasOwn } from "../../page/src/own.js";
import { createStore } from "../../page/src/state/store.js";
import { draftOf, makeActions, markedCell } from "./actions.js";
import { unsaved } from "./answers.js";
import { listenToFiles, listenToKeys } from "./keys.js";
import { groupsOf } from "./model/groups.js";
import { marksOf, unreadId } from "./model/marks.js";
import { outlineOf } from "./model/outline.js";
import { differing, rowIdOf, rowsOf } from "./model/rows.js";
import { band } from "./parts/band.js";
import { DocumentPane } from "./parts/document.js";
import { bar, form, legend, outline, panes, told } from "./parts/frame.js";
import { QuestionPane } from "./parts/question.js";
import { RowsPane } from "./parts/rows.js";
import { Slips } from "./parts/slips.js";
import { makeFile } from "./saving/file.js";
import { keep, kept } from "./saving/storage.js";
import { KINDS, TEXTS } from "./texts.js";

/** @param {ReviewData} data @returns {ReviewState} */
function firstState(data) {
  const own = kept(data);
  const first = data.questions.find(({ id }) => !hasOwn(own.answers, id)) || data.questions[0];
  return {
    lang: data.lang,
    mode: "table",
    pane: "document",
    filter: "all",
    hidden: {},
    selected: first ? markedCell(data, first.id) : null,
    editing: null,
    at: first?.id || null,
    draft: draftOf(first, own.answers),
    last: null,
    search: "",
    past: [],
    conflicts: null,
    message: null,
    pace: [],
    printing: false,
    ...own,
  };
}

/** @param {string[]} names */
function tally(names) {
  /** @type {Record<string, number>} */
  const counts = {};
  for (const name of names) counts[name] = (counts[name] || 0) + 1;
  return counts;
}

/** The row that shows each cell, and each question about one. @param {ReviewRow[]} rows */
function rowsByCell(rows) {
  /** @type {Map<string, ReviewRow>} */
  const byCell = new Map();
  for (const row of rows) {
    for (const { id, question } of row.cells) {
      byCell.set(id, row);
      if (question) byCell.set(question, row);
    }
  }
  return byCell;
}

/** @param {ReviewData} data @returns {ReviewPage} */
function makePage(data) {
  const store = createStore(firstState(data), (state, /** @type {Partial<ReviewState>} */ patch) => ({
    ...state,
    ...patch,
  }));
  const different = differing(data.candidates);
  const rows = rowsOf(data, different);
  const numbers = new Map(data.questions.map(({ id }, number) => [id, number + 1]));
  const places = new Map([
    ...data.unread.map((span) => /** @type {[string, number]} */ ([unreadId(span), span.at])),
    ...data.questions.map(({ id, at }) => /** @type {[string, number]} */ ([id, typeof at === "number" ? at : -1])),
    ...data.candidates.map(({ id, at }) => /** @type {[string, number]} */ ([id, at])),
  ]);
  const page = /** @type {ReviewPage} */ (
    /** @type {unknown} */ ({
      data,
      store,
      get state() {
        return store.get();
      },
      questions: new Map(data.questions.map((one) => [one.id, one])),
      cells: new Map(data.candidates.map((one) => [one.id, one])),
      rows,
      rowOf: rowsByCell(rows),
      marks: marksOf(data, rowIdOf, different),
      differing: different,
      groups: groupsOf(data.questions),
      outline: outlineOf(data),
      kindCounts: tally(data.candidates.map(({ kind }) => kind)),
      statusCounts: { ...tally(data.candidates.map(({ certainty }) => certainty)), unread: data.unread.length },
      numberOf: (/** @type {string} */ id) => numbers.get(id) || 0,
      atOf: (/** @type {string} */ id) => places.get(id) ?? -1,
      go: () => {},
      text: (/** @type {Both} */ both) => both[store.get().lang],
      say: (/** @type {ReviewTextKey} */ key) => page.text(TEXTS[key]),
      fill: (/** @type {ReviewTextKey} */ key, /** @type {Record<string, string | number>} */ values) =>
        page.say(key).replace(/\{(\w+)\}/g, (_, name) => String(values[name])),
      label: (/** @type {string} */ table, /** @type {string | undefined} */ column) => {
        const name = column ? `${table}.${column}` : table;
        return hasOwn(data.labels, name) ? page.text(data.labels[name]) : column || table;
      },
      value: (/** @type {ReviewCell} */ { value, quote }) =>
        hasOwn(data.values, value) && !quote.includes(value) ? page.text(data.values[value]) : value,
      kind: (/** @type {string} */ name) => (hasOwn(KINDS, name) ? page.text(KINDS[name]) : name),
    })
  );
  page.act = makeActions(page);
  page.file = makeFile(page);
  return page;
}

/** @param {ReviewPage} page */
function whole(page) {
  const { mode, pane } = page.state;
  const isWhole = mode === "question";
  return html`${bar(page)}<main class=${`yz-main ${mode}`} data-pane=${pane}>${outline(page)}
    <div class="yz-left"><div class="yz-table-mode"><${DocumentPane} page=${page} />${legend(page)}</div>${isWhole ? html`<${Slips} page=${page} />` : null}</div>
    <div id="yz-answering" class="yz-right"><div class="yz-table-mode"><${RowsPane} page=${page} /></div><${QuestionPane} page=${page} isWhole=${isWhole} /></div></main>
    ${told(page)}${panes(page)}<p class="yz-drop">${page.say("drop_here")}</p>${form(page)}`;
}

/** @param {ReviewPage} page */
function listenToPrinting(page) {
  window.addEventListener("beforeprint", () => page.store.change({ printing: true }));
  window.addEventListener("afterprint", () => page.store.change({ printing: false }));
}

/** @type {Window["yzReview"]} */
export function start() {
  const data = /** @type {ReviewData} */ (JSON.parse(byId("yz-data").textContent || ""));
  const page = makePage(data);
  const root = byId("yz-review");

  function draw() {
    document.documentElement.lang = page.state.lang;
    document.title = `${page.say("review")} · ${data.document.title}`;
    render(whole(page), root);
  }
  /** The heading of what is chosen, in the outline, and its words in their slip. */
  function showHeading() {
    root.querySelector(".yz-slip .chosen")?.scrollIntoView({ block: "nearest" });
    root.querySelector(".yz-outline .current")?.scrollIntoView({ block: "nearest" });
  }
  draw();
  const joined = band(page, root);
  page.store.subscribe((state, before) => {
    draw();
    joined.draw();
    if (state.selected !== before.selected || state.mode !== before.mode) requestAnimationFrame(showHeading);
    if (state.answers !== before.answers || state.saved !== before.saved) {
      const storage = keep(data, state) ? "kept" : "refused";
      if (storage !== state.storage) page.store.change({ storage });
    }
  });
  window.addEventListener("beforeunload", (event) => {
    if (unsaved(page.state)) event.preventDefault();
  });
  listenToKeys(page);
  listenToFiles(page);
  listenToPrinting(page);
  window.yzgeoReview = page;
  window.yzgeo.ready = true;
}
