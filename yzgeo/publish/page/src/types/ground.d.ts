// The ground, as publish/page/ground.py writes it.

/** Whole numbers of 1e-5 degree: longitude and latitude of the first point, then the step to each next one. */
type Deltas = number[];
interface GroundFeature {
  name: Both | null;
  class: string | null;
}
interface GroundArea extends GroundFeature {
  schematic: boolean;
  /** Polygons, each a list of rings, the outer one first; a ring's last point is not repeated. */
  parts: Deltas[][];
}
interface GroundNeighbour extends GroundArea {
  /** Latitude and longitude of a point well inside. */
  label: [number, number];
}
interface GroundLine extends GroundFeature {
  schematic: boolean;
  parts: Deltas[];
}
interface GroundPoint extends GroundFeature {
  at: [number, number];
}
interface GroundTown extends GroundPoint {
  /** 1 goes first. */
  rank: number;
}
interface GroundLayers {
  sea?: { kind: "polygon"; features: GroundArea[] };
  lakes?: { kind: "polygon"; features: GroundArea[] };
  rivers?: { kind: "line"; features: GroundLine[] };
  rail?: { kind: "line"; features: GroundLine[] };
  roads?: { kind: "line"; features: GroundLine[] };
  stations?: { kind: "point"; features: GroundPoint[] };
  towns?: { kind: "point"; features: GroundTown[] };
  neighbours?: { kind: "polygon"; features: GroundNeighbour[] };
}
interface Ground {
  /** West, south, east, north: polygons are cut there, so that an edge on it is no shore and no border. */
  box: [number, number, number, number];
  attribution: { zh: string[]; en: string[] };
  layers: GroundLayers;
  /** The shading of heights as a picture in web Mercator, and the box that it fills. */
  relief: { box: [number, number, number, number]; image: string } | null;
  accuracy_m: Partial<Record<keyof GroundLayers, number | null>>;
  /** Features for which there was no room. */
  left_out: number;
}
