// Parcels on the map, when a ledger was given. Whoever draws them puts an element #yz-parcels and a function `yzParcels`
// into the page (src/parcels/); without it the ledger is only counted.
import { TEXTS } from "../words/texts.js";

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
    page.map.stay(zoomed);
    page.store.change({ parcels: { ...page.state.parcels, [key]: subjectOf(subject, page) } });
  }
  const isOn = () => page.leaflet.hasLayer(parcels.layer);

  return {
    /** Finds a parcel by its number; says whether there is one. @param {string} id */
    async find(id) {
      const subject = await parcels.select(id);
      if (subject) keep(`parcel:${id}`, subject, true);
      return subject !== null;
    },
    search: parcels.search,
    table: parcels.table,
    /** Opens a parcel by its place in the ledger as it is packed. @param {number} place */
    openAt: (place) => {
      parcels.choose(place);
    },
    /** In the colours of the theme, or of paper. */
    recolour: () => parcels.recolour(page.theme.tint),
    /** Puts the legend into a row of the page's. @param {HTMLElement | null} row */
    putLegend(row) {
      if (!row) return;
      row.textContent = "";
      row.appendChild(parcels.legend());
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
