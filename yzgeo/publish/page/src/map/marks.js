// Marks: one disc for each place, exactly on it, with the share that is under construction; a square for its parks.
import { render } from "preact";
import { classes, html } from "../html.js";
import { isWanted, wantedIn } from "../state/filter.js";
import { makeList } from "./mark_list.js";
import { pin } from "./pinned.js";
import { factorOf, joined, pxPerKm, radiusOf, wedge } from "./sites.js";

const WEAK_PX = 4; // from the disc to the dashed ring around it
const RING_PX = 3;
const HALO_PX = 1.5;
const PARK_PX = 12;
const COUNTED_PARK_PX = 15; // with a number in it
const TOUCH_PX = 12; // a smaller disc is hard to hit
const FAINT = 0.9;

/**
 * @typedef {import("./sites.js").Lot & {site: Site}} Lot
 * @typedef {object} Shown what a mark shows
 * @property {number} x @property {number} y in layer points
 * @property {number} radius of the disc of all its projects
 * @property {Site} host the place it stands on @property {Site[]} sites
 * @property {Project[]} all @property {Project[]} wanted
 * @property {Key[]} parks that are wanted @property {Key[]} allParks
 * @property {number} amount of what is wanted
 * @property {number} inner radius of the disc of what is wanted
 * @property {number} share of it that is under construction @property {boolean} isWeak
 */

/** @param {Page} page */
export function makeMarks(page) {
  const map = page.leaflet;
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("class", "marks");
  svg.setAttribute("aria-hidden", "true"); // the list is the way to the same things for who does not see them
  const byKey = new Map(page.data.projects.map((project) => [project.key, project]));
  const list = makeList(page);
  /** @type {Shown[]} */
  let shown = [];
  let factor = 1;
  let most = 0;
  const lay = pin(map, svg, { pane: "yz-marks", zIndex: 450, draw });

  /** What a project is sized by; null where the view does not draw it. @param {Project} project */
  function amountOf(project) {
    return page.view.mark ? page.view.mark(project) : project.investment || 0;
  }
  /** @param {Project} project */
  function isMeant(project) {
    const look = page.view.style(project.key, page.data.subjects[project.key], {});
    return isWanted(page.state, project) && !(Number(look?.opacity ?? 1) < FAINT);
  }
  /** @param {Key} key */
  function isMeantPark(key) {
    return wantedIn(page.state, [page.data.subjects[key].zone_id || ""].filter(Boolean));
  }
  /** @param {Site} site */
  function projectsAt(site) {
    const here = page.state.shown.projects ? site.projects : [];
    return here.flatMap(({ key }) => byKey.get(key) || []).filter((project) => amountOf(project) !== null);
  }
  /** @param {Project[]} projects */
  const sumOf = (projects) => projects.reduce((sum, project) => sum + (amountOf(project) || 0), 0);
  /** The share of a sum that some have; of their number, where the sum is nothing. @param {Project[]} part @param {Project[]} whole */
  function shareOf(part, whole) {
    const sum = sumOf(whole);
    return sum ? sumOf(part) / sum : part.length / (whole.length || 1);
  }
  /** Marks as they are in a plan: what is filtered out stays as a ghost, so that nothing moves. @param {number} scale */
  function lotsOf(scale) {
    /** @type {Lot[]} */
    const lots = page.data.sites.flatMap((site) => {
      const projects = projectsAt(site);
      const parks = page.state.shown.parks ? site.parks : [];
      if (!projects.length && !parks.length) return [];
      const { x, y } = map.latLngToLayerPoint(site.at);
      const { zone_id, uncertainty_m } = site;
      return [{ x, y, amount: sumOf(projects), zone_id, uncertainty_m, site }];
    });
    const amounts = lots.map(({ amount }) => amount);
    most = Math.max(0, ...amounts);
    factor = factorOf(scale, amounts, roomOf(map, page.data.bounds));
    return joined(lots, scale, factor);
  }
  /** @param {import("./sites.js").Mark<Lot>} mark @returns {Shown} */
  function shownOf({ host, lots, radius, amount }) {
    const sites = lots.map(({ site }) => site);
    const all = [...new Set(sites.flatMap(projectsAt))];
    const wanted = all.filter(isMeant);
    const weak = new Set(sites.flatMap(({ projects }) => projects.filter((one) => one.weak).map(({ key }) => key)));
    const part = sumOf(wanted);
    const parks = page.state.shown.parks ? [...new Set(sites.flatMap(({ parks }) => parks))] : [];
    return {
      x: host.x,
      y: host.y,
      radius,
      host: host.site,
      sites,
      all,
      wanted,
      parks: parks.filter(isMeantPark),
      allParks: parks,
      amount: part,
      inner: amount ? radiusOf(part, factor) : radius,
      share: shareOf(wanted.filter(isBuilt), wanted),
      isWeak:
        shareOf(
          wanted.filter(({ key }) => weak.has(key)),
          wanted,
        ) > 0.5,
    };
  }
  /** @param {Shown} mark @param {boolean} isGhost */
  function disc({ x, y, radius, inner, share, isWeak, all }, isGhost) {
    const r = isGhost ? radius : inner;
    const part = isGhost ? shareOf(all.filter(isBuilt), all) : share;
    return html`<g class=${isGhost ? "ghost" : "disc"}>
      <circle class="halo" cx=${x} cy=${y} r=${r + HALO_PX} />
      <circle class="face" cx=${x} cy=${y} r=${r} />
      <path class="share" d=${wedge(x, y, r, part)} />
      ${isWeak && !isGhost ? html`<circle class="weak" cx=${x} cy=${y} r=${r + WEAK_PX} />` : null}
    </g>`;
  }
  /** Parks that are filtered out stay as a ghost. @param {Shown} mark */
  function square({ x, y, parks: wanted, allParks }) {
    if (!allParks.length) return null;
    const parks = wanted.length ? wanted : allParks;
    const size = parks.length > 1 ? COUNTED_PARK_PX : PARK_PX;
    const [left, top] = [x - size / 2, y - size / 2];
    return html`<g class=${classes("parks", !wanted.length && "ghost")} ...${listeners(parks, x, y)}>
      <rect class="halo" x=${left} y=${top} width=${size} height=${size} />
      <rect class="park" x=${left} y=${top} width=${size} height=${size} />
      ${parks.length > 1 ? html`<text class="count" x=${x} y=${y + 4}>${parks.length}</text>` : null}
    </g>`;
  }
  /** What pointer and finger do. @param {Key[]} keys @param {number} x @param {number} y */
  function listeners(keys, x, y) {
    if (!keys.length) return {};
    return {
      onClick: (/** @type {MouseEvent} */ event) => {
        if (page.measure.isActive() || isDragged(map)) return;
        event.stopPropagation();
        list.open(keys, map.layerPointToLatLng([x, y]));
      },
      onPointerEnter: () => {
        page.store.change({ hovered: keys[0] });
        list.hint(keys, map.layerPointToLatLng([x, y]));
      },
      onPointerLeave: () => {
        if (page.state.hovered && keys.includes(page.state.hovered)) page.store.change({ hovered: null });
        list.hint([], null);
      },
    };
  }
  /** Whether something of a mark is opened or pointed at. @param {Shown} mark @param {Key | null} key */
  function has({ all, allParks }, key) {
    const subject = page.subject(key);
    if (!key || !subject) return false;
    const keys = subject.projects || [key];
    return keys.some((one) => allParks.includes(one) || all.some((project) => project.key === one));
  }
  /** @param {Shown} mark */
  function reach({ inner, radius, isWeak, wanted, all, allParks }) {
    const own = wanted.length ? inner + (isWeak ? WEAK_PX : 0) : 0;
    return Math.max(own, all.length ? radius : 0, allParks.length ? PARK_PX * 0.7 : 0);
  }
  /** @param {Shown} mark */
  function markOf(mark) {
    const { x, y, host, all, wanted } = mark;
    const { opened, hovered, selected } = page.state;
    const keys = (wanted.length ? wanted : all).map(({ key }) => key);
    const isSelected = has(mark, opened) || has(mark, selected);
    const isRinged = isSelected || has(mark, hovered);
    return html`<g key=${host.place_id} class="mark" data-place=${host.place_id}>
      ${isRinged ? html`<circle class=${classes("ring", isSelected && "selected")} cx=${x} cy=${y} r=${reach(mark) + RING_PX} />` : null}
      <g ...${listeners(keys, x, y)}>
        ${all.length ? html`<circle class="hit" cx=${x} cy=${y} r=${Math.max(TOUCH_PX, reach(mark))} />` : null}
        ${wanted.length < all.length ? disc(mark, true) : null}
        ${wanted.length ? disc(mark, false) : null}
      </g>
      ${square(mark)}
    </g>`;
  }
  /** @param {import("./pinned.js").Sheet} [sheet] */
  function draw(sheet) {
    if (sheet) {
      const { corner, size } = sheet;
      svg.setAttribute("width", String(size.x));
      svg.setAttribute("height", String(size.y));
      svg.setAttribute("viewBox", `${corner.x} ${corner.y} ${size.x} ${size.y}`);
    }
    const scale = pxPerKm(map.getZoom(), map.getCenter().lat);
    shown = lotsOf(scale).map(shownOf);
    render(shown.map(markOf), svg);
  }

  return {
    lay,
    /** Draws the marks anew where the map has not moved. */
    redraw: () => draw(),
    reach,
    /** What is drawn, the largest first: the disc of each stands on its host. */
    shown: () => shown,
    /** What the discs are sized by: pixels for the root of an amount, and the largest amount of a place. */
    sizes: () => ({ factor, most }),
    close: list.close,
  };
}

/** What the plan lists as under construction, or does not tell apart. @param {Project} project */
function isBuilt({ list }) {
  return list !== "planned";
}

/** Pixels of the plan's land, as a box. @param {L.Map} map @param {PageData["bounds"]} bounds */
function roomOf(map, [low, high]) {
  const { x, y } = map.latLngToLayerPoint(high).subtract(map.latLngToLayerPoint(low));
  return Math.abs(x * y);
}

/** Whether a click is the end of a drag. @param {L.Map} map */
function isDragged(map) {
  return /** @type {L.Handler & {moved(): boolean}} */ (map.dragging).moved();
}
