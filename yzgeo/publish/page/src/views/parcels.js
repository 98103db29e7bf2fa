import { TEXTS } from "../words/texts.js";

/* Parcels, when a ledger was given. Whoever draws them puts an element #yz-parcels and a function
   `makeParcels(map, data, text, open)` into the page, which gives back a Leaflet `layer`, its `legend()`, `columns`, `select(id)`
   (a promise of the subject), `search(wanted, most, stop)` (a promise of numbers that hold it), `beneath(shapes)`, `recolour(tint)`, `finish()` and `settled()` for paper, and `listen(on)`; without it the ledger is only counted. */
export function makeViewParcels(page) {
  const m = page.markup;
  const given = page.data.parcels;
  let drawn = null;
  if (m.byId("yz-parcels") && window.yzParcels) {
    drawn = window.yzParcels(page.leaflet, page.data, page.text, (key, subject) => {
      keep(key, subject);
      page.open(key);
    });
    drawn.beneath(page.layers.district);
    page.layers.parcels = drawn.layer;
    page.data.layers.parcels = TEXTS.view_parcels;
    drawn.columns.forEach((column) => {
      const known = page.data.downloads;
      if (!known.columns[column.name]) {
        known.columns[column.name] = column.label;
        known.order.push(column.name);
      }
    });
  }
  if (!given && !drawn) return null;

  /* A parcel becomes a subject when it is opened: the ledger itself stays packed. */
  function keep(key, subject, zoomed) {
    page.map.stay(zoomed);
    page.data.subjects[key] = Object.assign({ tables: subject.links.map(table) }, subject);
  }
  function table(group) {
    return {
      title: group.title,
      columns: [],
      topic: "zone",
      rows: group.items.map((item) => ({
        cells: [{ key: item.key, text: page.data.subjects[item.key].name }],
        sources: [],
      })),
    };
  }
  function statusRow(row, most) {
    const swatch = m.make("span", "swatch");
    const colour = page.theme.tint(row.colour);
    swatch.style.background = colour;
    return m.add(
      m.make("div", "class-row"),
      m.add(
        m.make("span", "name"),
        swatch,
        m.make("span", "grow", page.say(row.status)),
        m.make("span", "figure", page.numbers.mu(row.mu)),
      ),
      page.charts.bar([{ value: row.mu, colour: colour }], most, ""),
      m.make("span", "meta", page.numbers.parcels(row.count)),
    );
  }

  return {
    title: "view_parcels",
    list: (box) => {
      if (!given) return;
      m.add(
        box,
        m.make(
          "h2",
          "",
          (page.lang === "zh" ? `${page.say("view_parcels")} ` : "") + page.numbers.parcels(given.count),
        ),
      );
      if (page.invented()) m.add(box, m.make("p", "empty", page.invented()));
      const most = Math.max.apply(null, given.by_status.map((row) => row.mu).concat([1e-9]));
      given.by_status.forEach((row) => {
        m.add(box, statusRow(row, most));
      });
      m.add(box, m.make("p", "meta hint", page.say("parcels_how")));
    },
    legend: () => (drawn ? [m.add(m.make("li"), drawn.legend())] : []).concat(page.legend.outlines()),
    layers: { zones: true, parks: false, projects: false, places: false, parcels: true },
    style: (_key, subject) => (subject.kind === "zone" ? { fillOpacity: 0.04 } : null),
    label: (zone) => page.text(zone.area),
    /* Finds a parcel by its number and tells when it is known; what is not there stays unknown. */
    find: (id, then, missing) => {
      if (drawn)
        drawn.select(id).then((subject) => {
          if (subject) {
            keep(`parcel:${id}`, subject, true);
            then();
          } else if (missing) missing();
        });
      else if (missing) missing();
    },
    search: (wanted, most, stop) => (drawn ? drawn.search(wanted, most, stop) : Promise.resolve([])),
    /* In the colours of the theme, or of paper. */
    recolour: () => {
      if (drawn) drawn.recolour(page.theme.tint);
    },
    /* Paper: what can be drawn at once, and a promise of the rest. */
    finish: () => {
      if (drawn && page.leaflet.hasLayer(drawn.layer)) drawn.finish();
    },
    settled: () => (drawn && page.leaflet.hasLayer(drawn.layer) ? drawn.settled() : Promise.resolve()),
    listen: (on) => {
      if (drawn) drawn.listen(on);
    },
  };
}
