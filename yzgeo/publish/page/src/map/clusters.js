// Projects that are too many to be drawn one by one: those close together are one disc with their count and sum, which
// opens on a click.
import { render } from "preact";
import { list, namedLink } from "../elements/links.js";
import { html } from "../html.js";
import { gathered, isCrowded, seeds } from "./room.js";

/** @typedef {import("./room.js").Lot & {shapes: DrawnShape[]}} Place */
/** @typedef {{at: L.Point, radius: number, sum: L.Tooltip}} Disc `sum` is the label below it */
/** @typedef {object} Arrangement @property {DrawnShape[]} single @property {Disc[]} discs */

const MOST_LISTED = 200;
const FAINT = 0.2;
const BELOW_PX = 4;
/** @type {L.TooltipOptions} */
const LABEL = { permanent: true, direction: "center", opacity: 1, interactive: false };

/** @param {Page} page */
export function makeClusters(page) {
  const map = page.leaflet;
  const discs = L.layerGroup().addTo(map);
  const byKey = new Map(page.data.projects.map((project) => [project.key, project]));
  const isProject = (/** @type {DrawnShape} */ shape) => byKey.has(shape.key);

  /** Each once, though it may have symbols at several places. @param {DrawnShape[]} shapes */
  const projectsOf = (shapes) => [...new Set(shapes.flatMap((shape) => byKey.get(shape.key) || []))];

  /** @param {DrawnShape[]} shapes @returns {Place[]} */
  function placesOf(shapes) {
    /** @type {Map<string, DrawnShape[]>} */
    const groups = new Map();
    for (const shape of shapes) {
      const at = `${shape.home?.lat},${shape.home?.lng}`;
      groups.set(at, [...(groups.get(at) || []), shape]);
    }
    return [...groups.values()].map((group) => {
      const { x, y } = map.latLngToLayerPoint(/** @type {L.LatLng} */ (group[0].home));
      const radii = group.map(({ options }) => /** @type {L.CircleMarkerOptions} */ (options).radius || 0);
      const widest = Math.max(...radii);
      const [dx, dy] = seeds(group.length, widest)[group.length - 1];
      const sum = projectsOf(group).reduce((whole, { investment }) => whole + (investment || 0), 0);
      return { x, y, count: group.length, sum, reach: Math.hypot(dx, dy) + widest, shapes: group };
    });
  }
  /** What is close together, largest investment first. @param {DrawnShape[]} shapes @param {L.LatLng} at */
  function tell(shapes, at) {
    const box = document.createElement("div");
    const projects = projectsOf(shapes);
    projects.sort((a, b) => (b.investment || 0) - (a.investment || 0));
    const rows = projects.slice(0, MOST_LISTED).map((project) => {
      const invests = page.numbers.investment(project);
      return html`${namedLink(page, project.key, "")}<span class="meta">${invests}</span>`;
    });
    render(html`<p>${words(shapes)}</p>${list(rows)}`, box);
    L.popup({ maxHeight: 260, minWidth: 220, maxWidth: 280, autoPanPadding: [20, 20] })
      .setLatLng(at)
      .setContent(box)
      .openOn(map);
  }
  /** @param {DrawnShape[]} shapes */
  const invested = (shapes) => page.numbers.invested(projectsOf(shapes));
  /** A sum and, below it, of how many it is not known. @param {DrawnShape[]} shapes */
  const sumLines = (shapes) => invested(shapes).split(/(?=[（(])/);
  /** @param {DrawnShape[]} shapes */
  const words = (shapes) => `${page.numbers.projects(projectsOf(shapes).length)} · ${invested(shapes)}`;
  /** @param {DrawnShape[]} shapes */
  function colourOf(shapes) {
    const colours = new Set(shapes.map((shape) => shape.options.color));
    return colours.size === 1 ? [...colours][0] : page.theme.quiet();
  }
  /** @param {DrawnShape[]} shapes @param {L.LatLng} at */
  function open(shapes, at) {
    const bounds = L.latLngBounds(shapes.map((shape) => /** @type {L.LatLng} */ (shape.home)));
    const isOnePlace = bounds.getNorthEast().equals(bounds.getSouthWest());
    if (isOnePlace || map.getZoom() >= map.getMaxZoom()) tell(shapes, at);
    else {
      page.map.stay(true);
      map.fitBounds(bounds, { padding: [60, 60], maxZoom: map.getZoom() + 3 });
    }
  }
  /** @param {L.LatLng} at @param {string[]} lines @param {string} className @param {number} down in pixels */
  function label(at, lines, className, down) {
    const box = document.createElement("div");
    render(
      lines.map((words) => html`<span>${words}</span>`),
      box,
    );
    const tip = L.tooltip({ ...LABEL, className, offset: [0, down] });
    discs.addLayer(tip.setLatLng(at).setContent(box));
    return tip;
  }
  /** @param {import("./room.js").Gathering} gathering @returns {Disc} */
  function draw(gathering) {
    const { x, y, radius } = gathering;
    const shapes = /** @type {Place[]} */ (gathering.lots).flatMap((place) => place.shapes);
    for (const shape of shapes) show(shape, gathering);
    const at = map.layerPointToLatLng([x, y]);
    const colour = colourOf(shapes);
    const disc = L.circleMarker(at, {
      radius,
      className: "cluster",
      weight: 1.5,
      color: colour,
      fillColor: colour,
      fillOpacity: 0.75,
    });
    disc.on("click", (/** @type {L.LeafletMouseEvent} */ event) => {
      if (page.measure.isActive()) return;
      L.DomEvent.stopPropagation(event);
      open(shapes, at);
    });
    disc.bindTooltip(() => words(shapes), { sticky: true });
    discs.addLayer(disc);
    label(at, [String(projectsOf(shapes).length)], "cluster-label", 0);
    const sum = label(at, sumLines(shapes), "cluster-label sum", 0);
    sum.options.offset = L.point(0, radius + BELOW_PX + Number(sum.getElement()?.offsetHeight) / 2);
    sum.update();
    disc.getElement()?.setAttribute("tabindex", "-1"); // the list is the keyboard's way to the same projects
    return { at: L.point(x, y), radius, sum };
  }

  return {
    /**
     * Draws what is too many as discs, and gives what is left to be laid out one by one, and the room that discs take.
     * @param {DrawnShape[]} symbols
     * @returns {Arrangement}
     */
    arrange(symbols) {
      discs.clearLayers();
      for (const shape of symbols) show(shape, undefined);
      const projects = symbols.filter((shape) => isProject(shape) && !isFaint(shape));
      if (!isCrowded(projects.length)) return { single: symbols, discs: [] };
      const closed = gathered(placesOf(projects)).filter((one) => !one.isOpen);
      const room = closed.map(draw);
      /** @param {DrawnShape} shape */
      function isGone(shape) {
        if (isProject(shape)) return isFaint(shape) || shape.within !== undefined;
        return room.some((disc) => covers(map, disc, shape));
      }
      for (const shape of symbols.filter(isGone)) hide(shape);
      return { single: symbols.filter((shape) => !isGone(shape)), discs: room };
    },
  };

  /** @param {DrawnShape} shape @param {import("./room.js").Gathering | undefined} gathering */
  function show(shape, gathering) {
    shape.getElement()?.removeAttribute("display");
    shape.within = gathering && { at: map.layerPointToLatLng([gathering.x, gathering.y]), radius: gathering.radius };
  }
}

/** A view shows it as not meant. @param {DrawnShape} shape */
function isFaint(shape) {
  return Number(shape.options.opacity) <= FAINT;
}

/** @param {DrawnShape} shape */
function hide(shape) {
  shape.getElement()?.setAttribute("display", "none");
}

/** @param {L.Map} map @param {Disc} disc @param {DrawnShape} shape */
function covers(map, { at, radius }, shape) {
  return map.latLngToLayerPoint(/** @type {L.LatLng} */ (shape.home)).distanceTo(at) < radius;
}
