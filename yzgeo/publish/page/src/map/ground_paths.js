// The ground as paths that a canvas draws at any zoom.
import { borders, degrees, projected, projectionAbout, smoothLine, softened, unpacked } from "./ground_shapes.js";

/** @typedef {import("./ground_shapes.js").Line} Line @typedef {import("./ground_shapes.js").Point} Point */
/** @typedef {{path: Path2D, box: [number, number, number, number]}} Stretch a piece of a line, and the box it lies in */
/** @typedef {{name: Both | null, kind: string | null, isSchematic: boolean, path: Path2D, rings: Line[]}} Area */
/** @typedef {{name: Both | null, kind: string | null, isSchematic: boolean, path: Path2D, lines: Line[]}} Course */
/** @typedef {{name: Both | null, kind: string | null, rank: number, at: Point, place: [number, number]}} Spot `place` is [lat, lon] */

const STRETCH = 48; // points of a shore that are drawn or left out together

/** @param {Line[]} lines @param {boolean} isClosed */
export function pathOf(lines, isClosed) {
  const path = new Path2D();
  for (const line of lines) {
    line.forEach(([x, y], index) => {
      if (index) path.lineTo(x, y);
      else path.moveTo(x, y);
    });
    if (isClosed) path.closePath();
  }
  return path;
}

/** @param {Line} line @returns {Stretch[]} */
function stretches(line) {
  /** @type {Stretch[]} */
  const found = [];
  for (let from = 0; from < line.length - 1; from += STRETCH) {
    const part = line.slice(from, from + STRETCH + 1);
    found.push({ path: pathOf([part], false), box: boxOf(part) });
  }
  return found;
}

/** @param {Line} line @returns {[number, number, number, number]} */
export function boxOf(line) {
  const xs = line.map(([x]) => x);
  const ys = line.map(([, y]) => y);
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}

/** @param {NonNullable<Ground["relief"]>} relief @param {(lon: number, lat: number) => Point} project */
function reliefOf({ box: [west, south, east, north], image }, project) {
  const picture = new Image();
  picture.src = image;
  return { picture, corner: project(west, north), other: project(east, south) };
}

/** Rings of an outline in longitude and latitude. @param {Shape} shape @returns {Line[]} */
function ringsOf(shape) {
  const parts = shape.type === "Polygon" ? [shape.coordinates] : shape.coordinates;
  return /** @type {Line[]} */ (parts.flat());
}

/**
 * @param {Ground | null} ground @param {Shape[]} outlines of the district @param {[number, number, number, number]} box
 *   west, south, east, north
 */
export function makePaths(ground, outlines, box) {
  const [west, south, east, north] = box;
  const [low, high] = [projected(west, south), projected(east, north)];
  /** @type {Point} */
  const origin = [(low[0] + high[0]) / 2, (low[1] + high[1]) / 2];
  const project = projectionAbout(origin);
  const layers = ground?.layers || {};
  const edges = ground?.box || box;
  const place = (/** @type {Line} */ line) => line.map(([lon, lat]) => project(lon, lat));
  const truly = (/** @type {Line} */ units) => place(degrees(units));

  /** @param {GroundArea} feature @returns {Area} */
  function area({ name, class: kind, schematic, parts }) {
    const rings = parts.flat().map((ring) => truly(unpacked(ring)));
    const drawn = schematic ? rings.map((ring) => softened(ring, kind)) : rings;
    return { name, kind, isSchematic: schematic, path: pathOf(drawn, true), rings: drawn };
  }
  /** @param {boolean} isSmooth rivers bend; between stations nothing is known @returns {(feature: GroundLine) => Course} */
  const course =
    (isSmooth) =>
    ({ name, class: kind, schematic, parts }) => {
      const lines = parts.map((line) => truly(unpacked(line)));
      const drawn = schematic && isSmooth ? lines.map(smoothLine) : lines;
      return { name, kind, isSchematic: schematic, path: pathOf(drawn, false), lines: drawn };
    };
  /** @param {GroundPoint & {rank?: number}} feature @returns {Spot} */
  function spot({ name, class: kind, rank, at: [lat, lon] }) {
    return { name, kind, rank: rank ?? 3, at: project(lon, lat), place: [lat, lon] };
  }
  /** @param {GroundArea[]} features */
  function edgesOf(features) {
    const rings = features.flatMap(({ parts }) => parts.flat().map(unpacked));
    return borders(rings, edges).map(truly);
  }
  const sea = layers.sea?.features || [];
  const neighbours = layers.neighbours?.features || [];
  const district = outlines.flatMap(ringsOf).map(place);
  return {
    origin,
    project,
    district: { path: pathOf(district, true), isThere: district.length > 0 },
    sea: sea.map(area),
    water: pathOf(
      sea.flatMap((feature) => area(feature).rings),
      true,
    ),
    shore: edgesOf(sea).flatMap(stretches),
    lakes: (layers.lakes?.features || []).map(area),
    rivers: (layers.rivers?.features || []).map(course(true)),
    rail: (layers.rail?.features || []).map(course(false)),
    roads: (layers.roads?.features || []).map(course(false)),
    stations: (layers.stations?.features || []).map(spot),
    towns: (layers.towns?.features || []).map(spot),
    neighbours: neighbours.map(area),
    borders: pathOf(edgesOf(neighbours), false),
    relief: ground?.relief ? reliefOf(ground.relief, project) : null,
    accuracy: ground?.accuracy_m || {},
  };
}
