// Parcels on the map, when a ledger was given. Whoever draws them puts an element #yz-parcels and a function `yzParcels`
// into the page (src/parcels/); without it the ledger is only counted.
import { TEXTS } from "../words/texts.js";
import { makeLens } from "./lens.js";
import { makeParcelNote } from "./parcel_note.js";
import { makeWanted } from "./parcel_wanted.js";

/** Parts of the state by which what is said of the parcels, or the lens, looks different. */
const LOOKS = /** @type {const} */ ([
  "view",
  "opened",
  "lang",
  "theme",
  "systemDark",
  "shown",
  "printing",
  "parcelChoice",
  "scenario",
  "lens",
]);

/** @param {ParcelSubject} subject @param {Page} page @returns {Subject} */
function subjectOf(subject, page) {
  const tables = subject.links.map(({ title, items }) => ({
    title,
    columns: [],
    topic: "zone",
    rows: items.map(({ key }) => ({ cells: [{ key, text: page.data.subjects[key].name }], sources: [] })),
  }));
  return { ...subject, tables, terms: [], syllables: [] };
}

/** @param {Page} page */
export function makeParcelLayer(page) {
  if (!document.getElementById("yz-parcels") || !window.yzParcels) return null;
  const parcels = window.yzParcels(page.leaflet, page.data, page.text, (key, subject) => {
    keep(key, subject, false);
    page.open(key);
  });
  const note = makeParcelNote(page, parcels);
  const lens = makeLens(page, parcels);
  const wanted = makeWanted(page, parcels, () => {
    note.draw();
    lens.refocus();
    page.map.label();
  });
  /** @type {ParcelTable | null} */
  let ledger = null;
  /** The places of parcels along the curve by their key; of a ledger that the reader looked into. @type {Map<Key, number>} */
  const places = new Map();
  const { downloads } = page.data;
  parcels.beneath(page.layers.district);
  page.layers.parcels = /** @type {L.GeoJSON} */ (/** @type {unknown} */ (parcels.layer));
  page.data.layers.parcels = TEXTS.parcels;
  for (const { name, label } of parcels.columns) {
    if (downloads.columns[name]) continue;
    downloads.columns[name] = label;
    downloads.order.push(name);
  }

  /** A parcel becomes a subject when it is opened. @param {Key} key @param {ParcelSubject} subject @param {boolean} zoomed */
  function keep(key, subject, zoomed) {
    if (zoomed) page.map.stay(true);
    page.store.change({ parcels: { ...page.state.parcels, [key]: subjectOf(subject, page) } });
  }
  /** Finds a parcel by its number; says whether there is one. @param {string} id */
  async function find(id) {
    const subject = await parcels.select(id);
    if (subject) keep(`parcel:${id}`, subject, true);
    return subject !== null;
  }
  async function table() {
    ledger = await parcels.table();
    return ledger;
  }
  /** Where a parcel of the table is, and what is said of it; null as long as the table is packed. @param {Key} key */
  function lookUp(key) {
    if (!ledger) return null;
    const { columns } = ledger;
    if (!places.size) {
      const ids = columns.find(({ name }) => name === "parcel_id")?.rows || [];
      for (let row = ids.length - 1; row >= 0; row--) places.set(`parcel:${ids[row]}`, row);
    }
    const row = places.get(key);
    if (row === undefined) return null;
    const facts = Object.fromEntries(columns.map(({ name, rows }) => [name, rows[row]]));
    const said = parcels.lines(facts).map(page.text);
    return { bounds: parcels.bounds(row), lines: [String(facts.parcel_id), said.join(" · ")] };
  }
  const isOn = () => page.leaflet.hasLayer(parcels.layer);

  return {
    find,
    search: parcels.search,
    table,
    lookUp,
    wanted: wanted.sums,
    countsByYear: parcels.countsByYear,
    /** The towns that the ledger names, as it writes them. */
    towns: parcels.towns,
    within: parcels.within,
    named: parcels.named,
    /** Opens a parcel by its place in the ledger as it is packed. @param {number} place */
    openAt: (place) => {
      parcels.choose(place);
    },
    /** In the colours of the theme, or of paper. */
    recolour: () => parcels.recolour(page.theme.tint),
    statuses: parcels.statuses,
    /** What parcels are told apart by in each scenario. */
    scenarios: parcels.scenarios,
    undrawn: parcels.undrawn,
    years: parcels.years,
    sums: parcels.sums,
    /** What the map says of them, line by line. */
    lines: note.lines,
    isEnlarged: lens.isOn,
    /** Opens a parcel by its number and goes to it; a view without a map gives way to that of land. @param {string} id */
    async show(id) {
      if (!(await find(id))) {
        const [said, kind] = [page.both("unknown_address"), page.data.kinds.parcel];
        const words = { zh: `${said.zh}${kind.zh} ${id}`, en: `${said.en}${kind.en} ${id}` };
        page.store.change({ notice: { about: "address", words } });
        return;
      }
      const view = page.view.layout === "reading" && page.views.land ? "land" : page.state.view;
      page.store.change({ view, opened: `parcel:${id}` });
      page.store.change({ shown: { ...page.state.shown, parcels: true } });
    },
    /** Begins when the boxes are unpacked. @param {() => void} redraw what tells of the zoom */
    start(redraw) {
      parcels.ready.then(() => {
        lens.begin();
        note.draw();
        redraw();
      });
    },
    /** @param {State} state @param {State} before */
    follow(state, before) {
      wanted.follow(state, before);
      if (LOOKS.some((name) => state[name] !== before[name])) {
        note.draw();
        lens.draw();
      }
    },
    /** Draws at once what can be drawn, for paper. */
    finish() {
      if (isOn()) parcels.finish();
    },
    /** A promise that all is parcels. */
    settled: async () => (isOn() ? parcels.settled() : null),
    listen: parcels.listen,
  };
}
