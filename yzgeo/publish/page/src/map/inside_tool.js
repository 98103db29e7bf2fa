// The tool that asks what lies inside a polygon or a circle: measure.js draws, contents.js answers, parts/inside.js tells.

import { byId } from "../html.js";
import { csv } from "../outputs/csv.js";
import { placeInside } from "../outputs/inside.js";
import { insideRows } from "../outputs/inside_list.js";
import { saveTold } from "../outputs/save_told.js";
import { contentsOf, insideTest, readRadius, regionOf } from "./contents.js";
import { boxOf } from "./inside.js";

const EDGE_PX = 24;
const HANDS_PX = 90;
const MOST_NAMED = 20; // parcels that the card lists

/** @param {Page} page */
export function makeInside(page) {
  const { data } = page;
  /** @type {{measure: State["measure"], filter: Filter, contents: import("./contents.js").Contents | null} | null} */
  let kept = null;

  /** @param {Partial<State["measure"]>} patch */
  function change(patch) {
    page.store.change({ measure: { ...page.state.measure, parcels: null, ...patch } });
  }
  /** @param {Key} key @returns {Shape | null} */
  function outlineOf(key) {
    return page.map.byKey[key]?.feature.geometry || null;
  }
  /** What lies inside what is drawn; null as long as that has no inside. */
  function contents() {
    const { measure, filter } = page.state;
    if (
      kept?.measure.points === measure.points &&
      kept.measure.form === measure.form &&
      kept.measure.km === measure.km &&
      kept.filter === filter
    ) {
      return kept.contents;
    }
    const region = regionOf(measure);
    kept = { measure, filter, contents: region && contentsOf(data, page.state, region, outlineOf) };
    return kept.contents;
  }
  /** Where what is open lies: the first of several places; null where it has none. @returns {[number, number] | null} */
  function openedPlace() {
    const { opened } = page.state;
    const subject = page.subject(opened);
    if (!opened || !subject) return null;
    const site = data.sites.find(
      ({ projects, parks }) => parks.includes(opened) || projects.some(({ key }) => key === opened),
    );
    if (site) return site.at;
    const zone = data.zones.find(({ key }) => key === opened);
    if (zone?.middle) return zone.middle;
    if (!subject.geometry) return null;
    const [lon, lat] = placeInside(subject.geometry);
    return [lat, lon];
  }
  /** Brings what is drawn into sight, beside the card. */
  function see() {
    const region = regionOf(page.state.measure);
    if (!region) return;
    const [south, west, north, east] = boxOf(region);
    const card = byId("yz-measure");
    const left = page.state.isNarrow ? EDGE_PX : card.offsetLeft + card.offsetWidth + EDGE_PX;
    const top = page.state.isNarrow ? card.offsetTop + card.offsetHeight + EDGE_PX : EDGE_PX;
    page.map.stay(true);
    page.leaflet.fitBounds(
      [
        [south, west],
        [north, east],
      ],
      {
        paddingTopLeft: [left, top],
        paddingBottomRight: [HANDS_PX, EDGE_PX],
        maxZoom: page.leaflet.getZoom(),
        animate: false,
      },
    );
  }
  async function countParcels() {
    const { measure } = page.state;
    const region = regionOf(measure);
    if (!page.parcels || !region) return;
    const found = await page.parcels.within(boxOf(region), insideTest(region));
    const first = found ? await page.parcels.named(found.places.slice(0, MOST_NAMED)) : [];
    const now = page.state.measure;
    if (now.points !== measure.points || now.form !== measure.form || now.km !== measure.km) return; // drawn anew since
    page.store.change({ measure: { ...now, parcels: found ? { ...found, first } : "unknown" } });
  }

  return {
    contents,
    openedPlace,
    /** @param {State["measure"]["form"]} form */
    choose: (form) => change({ form, points: [], isDone: false }),
    /** The radius as it is typed; false for what is none. @param {string} text */
    setRadius(text) {
      const km = readRadius(text);
      if (km === null) return false;
      if (km !== page.state.measure.km) change({ km });
      return true;
    },
    /** Draws the circle around what is open. */
    around() {
      const at = openedPlace();
      if (!at) return;
      page.measure.put(L.latLng(at));
      see();
    },
    async save() {
      const told = contents();
      if (!told) return;
      const { parcels } = page.state.measure;
      const named = parcels && parcels !== "unknown" && page.parcels ? await page.parcels.named(parcels.places) : [];
      const text = csv(insideRows(page, told, named), new RegExp(data.downloads.formula));
      saveTold(page, new Blob([text], { type: "text/csv;charset=utf-8" }), "yzgeo-inside.csv");
    },
    /** @param {State} state @param {State} before */
    follow({ measure }, { measure: old }) {
      if (measure.mode !== "inside") return;
      const isSame = measure.points === old.points && measure.form === old.form && measure.km === old.km;
      if (!isSame) void countParcels();
    },
  };
}
