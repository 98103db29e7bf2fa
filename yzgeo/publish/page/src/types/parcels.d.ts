// Parcels, as parcel_tiles.py packs them, and what draws them.

interface ParcelColumn {
  name: string;
  label: Both;
  values: string[] | null;
  labels: Record<string, Both>;
}
type ParcelPattern = "solid" | "hatch" | "cross" | "bars" | "open" | "dashed";
interface ParcelHeader {
  count: number;
  undrawn: number;
  block: number;
  run: number;
  unit: number;
  /** Of the areas that are summed up, in mu. */
  amount_unit: number;
  /** The years in which parcels were recovered. */
  years: number[];
  /** The years of each scenario. */
  scenarios: number[][];
  ink: string;
  paper: string;
  status: Both;
  statuses: { code: string; label: Both; colour: string; pattern: ParcelPattern; count: number }[];
  columns: ParcelColumn[];
}
/** Parcels that stand together, with one box around them. */
interface ParcelRun {
  from: number;
  to: number;
  west: number;
  south: number;
  east: number;
  north: number;
}
/** The boxes of all parcels in micro-degrees; south and north in those of web Mercator. */
interface ParcelBoxes {
  count: number;
  west: Int32Array;
  south: Int32Array;
  east: Int32Array;
  north: Int32Array;
  latitude: Int32Array;
  status: Uint8Array;
  runs: ParcelRun[];
}
/** Of each parcel its net area in the header's unit, and the place of its year of recovery from 1 on. */
interface ParcelAmounts {
  area: Float64Array;
  year: Int32Array;
}
/** Which parcels are shown: not those of hidden classes, and up to a year only what was recovered until its end. */
interface ParcelChoice {
  hidden: readonly string[];
  until: number | null;
  /** The scenario whose years parcels are told apart by, by its place; by statuses without it. */
  scenario?: number | null;
  /** 1 for each that the filter asks for, by its place along the curve; none of it for all. */
  wanted?: Uint8Array | null;
}
/** Outlines of a block: rings of each parcel, points of each ring, and the points. */
interface ParcelBlock {
  from: number;
  partsOf: Int32Array;
  ringsOf: Int32Array;
  ringFrom: Int32Array;
  pointFrom: Int32Array;
  x: Int32Array;
  y: Int32Array;
  up: Int32Array;
}
type ParcelValue = string | number | null;
type ParcelRow = Record<string, ParcelValue>;
/** What is known of one parcel, in the form of the page's subjects; `links` are tables of zones. */
interface ParcelSubject {
  kind: "parcel";
  name: Both;
  note: Both;
  colour: string;
  search: string;
  facts: Fact[];
  attributes: ParcelRow;
  geometry: Shape;
  links: { title: Both; items: { key: Key }[] }[];
  /** What each scenario does with it. */
  choices: Both[];
}
interface ParcelHit {
  id: string;
  begins: boolean;
  note: Both;
}
interface NamedParcel {
  place: number;
  id: string;
  label: Both;
  mu: number;
}
/** Parcels inside a region: their places along the curve, what they are by status, and the first of them by name. */
interface ParcelsInside {
  places: number[];
  sums: { code: string; label: Both; count: number; mu: number }[];
  first: NamedParcel[];
}
/** What `yzParcels` gives back. */
interface ParcelLayer {
  layer: L.GridLayer;
  columns: { name: string; label: Both }[];
  ready: Promise<unknown>;
  /** What there is by status, as the ledger orders them; `code` "" is what has none. */
  statuses: { code: string; label: Both; pattern: ParcelPattern; count: number }[];
  /** How many parcels have no shape. */
  undrawn: number;
  years: number[];
  /** What parcels are told apart by in each scenario, what none of its years has among it. */
  scenarios: { code: string; label: Both; pattern: ParcelPattern; share: number }[][];
  /** The towns that the ledger names; none where it names too many. */
  towns: string[];
  show(choice: ParcelChoice): void;
  /** How they are drawn at a zoom of the map, what most of them measure there and how wide a cell is, in pixels. */
  scene(zoom: number): { mode: "signs" | "shapes" | "grid"; size: number; cell: number } | null;
  /** How many are shown, and how much land that is in mu. */
  tally(): { count: number; mu: number; undated: number };
  /** The land of all cells of a zoom by the class that is shown, in mu; not what has none. */
  sums(zoom: number): Record<string, number>;
  /** Where most of what is shown stands together at a zoom. */
  densest(zoom: number): L.LatLng | null;
  /** Draws what is around a place, larger by as many zooms as that of the map differs from `zoom`. */
  paint(canvas: HTMLCanvasElement, at: L.LatLng, zoom: number, ratio: number): void;
  /** The box of a parcel, by its place along the curve; once `table` is there. */
  bounds(i: number): L.LatLngBounds;
  /** What is said beside a parcel: status, area, zone. */
  lines(row: ParcelRow): Both[];
  /** The net area of each in mu, by its place along the curve. */
  areas(): Float64Array;
  /** How many parcels were recovered in each of `years`. */
  countsByYear(): Record<number, number>;
  /** What is known of a parcel by its place along the curve, from 0 on. */
  subject(i: number): Promise<ParcelSubject>;
  /** All that the ledger says; null where it cannot be unpacked. */
  table(): Promise<ParcelTable | null>;
  /** The parcels whose middle is inside, by status; `box` is south, west, north, east. Null where the ledger cannot be unpacked. */
  within(
    box: [number, number, number, number],
    isIn: (lat: number, lon: number) => boolean,
  ): Promise<Omit<ParcelsInside, "first"> | null>;
  /** What parcels are called, by their places along the curve. */
  named(places: number[]): Promise<NamedParcel[]>;
  /** Opens a parcel by its place along the curve. */
  choose(i: number): Promise<void>;
  select(id: string | null): Promise<ParcelSubject | null>;
  search(query: string, most: number, stop: () => boolean): Promise<ParcelHit[] | null>;
  beneath(shapes: L.GeoJSON): void;
  recolour(tint: (colour: string) => string): void;
  finish(): void;
  settled(): Promise<unknown>;
  listen(on: boolean): void;
}
type ParcelOpener = (key: Key, subject: ParcelSubject) => void;

interface Window {
  yzgeo: { ready: boolean; page?: Page };
  yzStart: (map: L.Map, layers: Page["layers"], tiles: Page["tiles"]) => void;
  yzParcels?: (
    map: L.Map,
    data: { kinds: Record<string, Both>; subjects: Record<Key, { name: Both }> },
    text: (both: Both) => string,
    open: ParcelOpener,
  ) => ParcelLayer;
}
