// What the page's scripts share: the data that render.py writes, the state, and the few things that folium made.

type Lang = "zh" | "en";
type Both = { zh: string; en: string };
/** A kind and an id, `zone:mingzhou`. */
type Key = string;
type ViewName = keyof typeof import("./views/views.js").VIEWS;
type ThemeMode = "auto" | "light" | "dark";
type TextKey = keyof typeof import("./words/texts.js").TEXTS;
type VNode = import("preact").VNode;
/** What may stand among the children of an element. */
type Content = import("preact").ComponentChildren;

// ---- the data, as publish/page/data.py writes it

interface Fact {
  label: Both;
  value: Both;
  sources: string[];
  topic?: string | null;
  kept?: boolean;
}
interface Row {
  cells: { key?: Key; text: Both }[];
  sources: string[];
}
interface Table {
  title: Both;
  columns: Both[];
  rows: Row[];
  topic?: string;
  note?: Fact[];
  empty?: Both;
  below?: Row[];
}
interface Subject {
  kind: string;
  name: Both;
  facts: Fact[];
  tables: Table[];
  terms: string[];
  syllables: string[];
  note?: Both;
  colour?: string | null;
  zone_id?: string | null;
  unlocated?: boolean;
  uncertainty_m?: number | null;
  listed_in?: string;
  projects?: Key[];
  zones?: string[];
  attributes?: Record<string, unknown>;
  geometry?: Shape;
}
type Shape = import("geojson").Polygon | import("geojson").MultiPolygon;
interface Zone {
  key: Key;
  zone_id: string;
  colour: string;
  short: Both;
  shortest: Both;
  leading: Both;
  area: Both;
  share: number;
  project_count: number;
  flags: number;
  middle: [number, number] | null;
}
interface Place {
  name: Both;
  lat: number;
  lon: number;
  uncertainty_m: number;
}
interface Industry {
  key: Key;
  zones: { zone_id: string; text: boolean; table: boolean }[];
}
interface Project {
  key: Key;
  class: string;
  investment: number | null;
  new_land_mu: number | null;
  reuses_land: boolean;
  zone_id: string | null;
  located: boolean;
  weak: boolean;
}
interface ProjectClass {
  name: Both;
  investment: number;
  count: number;
  colour?: string | null;
}
interface Rule {
  rule: string;
  title: Both;
  status: "passed" | "found" | "not_checked" | "skipped";
  reason: Both;
  count: number;
  listed: boolean;
  untold: number;
  clauses: string[];
}
type Severity = "error" | "warning" | "info";
interface Finding {
  rule: string;
  severity: Severity;
  subject: Key;
  message: Both;
  reading: Both;
  remedy: Both;
  clauses: string[];
}
interface LandZone {
  zone_id: string;
  usable_km2: number;
  usable_mu: number;
  new_land_mu: number;
}
interface LandByZone {
  zone_id: string | null;
  recovered_mu: number;
  under_way_mu: number;
  identified_mu: number;
}
interface Land {
  zones: LandZone[];
  by_zone: LandByZone[];
  new_land_mu: number;
  new_land_outside_mu: number;
  new_land_unlocated_mu: number;
  colour: string;
  target_key: Key | null;
  target_mu: number | null;
  identified_in_plan_mu: number;
  recovered_mu: number | null;
  under_way_mu: number | null;
  identified_mu: number | null;
  as_of: string | null;
  invented_note: string | null;
  identified_keys: Key[];
  silent_keys: Key[];
}
type ParcelStatus = "recovered" | "under_way" | "identified";
interface PageData {
  lang: Lang;
  title: Both;
  subtitle: Both;
  bounds: [[number, number], [number, number]];
  bases: string[];
  kinds: Record<string, Both>;
  layers: Record<string, Both>;
  severities: Record<Severity, Both>;
  statuses: Record<Rule["status"], Both>;
  clauses: Record<string, { en: string; heading: string; text: string }>;
  on_dark: Record<string, string>;
  places: Place[];
  subjects: Record<Key, Subject>;
  order: Record<string, Key[]>;
  zones: Zone[];
  overview: { key: Key; number: Both; unit: Both }[];
  industries: Industry[];
  classes: ProjectClass[];
  projects: Project[];
  land: Land;
  rules: Rule[];
  findings: Finding[];
  severity_counts: Partial<Record<Severity, number>>;
  parcels: { count: number; by_status: { status: ParcelStatus; count: number; mu: number; colour: string }[] } | null;
  units: { m2_per_mu: number; m_yuan_per_100m: number };
  downloads: {
    rows: Record<Key, Record<string, unknown>>;
    columns: Record<string, Both>;
    order: string[];
    words: Record<string, Both>;
    formula: string;
  };
  sources: {
    plan_version: string;
    yzgeo: string;
    sources: { title: string; path: string }[];
    licences: { title: string; name: string }[];
    unlocated_projects: number;
    unlocated_parks: number;
  };
}

// ---- what stands in the address

interface Addressed {
  view: ViewName;
  opened: Key | null;
  rule: string | null;
  chosen: string | null;
}

// ---- the state: what is shown is a function of it

type Fold = "yz-legend" | "yz-findings" | "yz-layers" | "yz-sources";
interface SearchHit {
  key: Key;
  name: Both;
  note: string;
  /** The number of a parcel, which is looked up when it is chosen. */
  parcel: string | null;
}
interface State extends Addressed {
  /** How often the reader went somewhere: the address follows. */
  visits: number;
  lang: Lang;
  theme: ThemeMode;
  systemDark: boolean;
  /** Which layers are on. */
  shown: Record<string, boolean>;
  folds: Record<Fold, boolean>;
  /** What the reader unfolded in the view's own list, by id. */
  unfolded: Record<string, boolean>;
  notice: { about: "address" | "basemap"; words: Both } | null;
  search: { typed: string; hits: SearchHit[]; active: number; total: number; isFinished: boolean };
  measure: { mode: "length" | "area" | null; isDone: boolean; points: L.LatLng[] };
  basemap: { name: string; key: string };
  dialog: "print" | "download" | null;
  /** The paper that the page is laid out for. */
  printing: string | null;
  /** Parcels that were opened: the ledger itself stays packed. */
  parcels: Record<Key, Subject>;
}

// ---- the page: what its parts share

/** A view of the plan: one file of views/, named in views/views.js. */
interface View {
  title: Both;
  /** Layers that are on when it is entered. */
  layers: Record<string, boolean>;
  /** What stands beside the map. */
  list(): Content;
  legend(): Content[];
  /** How a shape of the map looks in it, where that differs from what folium drew. */
  style(key: Key, subject: Subject, base: L.PathOptions): (L.PathOptions & { radius?: number }) | null;
  /** Lines under a zone's name on the map. */
  label(zone: Zone): string | string[];
  /** What it is narrowed to, in words; "" for nothing. */
  narrowed?(): string;
  /** What a download takes along, where it is not all that the layers show. */
  keys?(): Key[];
}
/** An element of the page that render.py put there, and what is shown in it. */
interface Part {
  id: string;
  attributes?(page: Page): Record<string, string | boolean | null>;
  content?(page: Page): Content;
}
/** A shape that folium drew, with what the page needs of it. */
type DrawnShape = L.Path & {
  key: Key;
  base: L.PathOptions & { radius?: number };
  /** Where a symbol truly lies; outlines have none. */
  home?: L.LatLng;
  feature: import("geojson").Feature<Shape, Record<string, string>>;
  getLatLng?(): L.LatLng;
  setLatLng(at: L.LatLng): void;
  setRadius?(radius: number | undefined): void;
  getBounds(): L.LatLngBounds;
};
type Drawn = Record<Key, DrawnShape>;
type TileLayer = L.TileLayer & { _url: string };
type Words = ReturnType<typeof import("./words/words.js").makeWords>;
interface Page extends Words {
  readonly data: PageData;
  readonly leaflet: L.Map;
  readonly layers: Record<string, L.GeoJSON>;
  readonly tiles: Record<string, TileLayer>;
  readonly store: ReturnType<typeof import("./state/store.js").createStore<State, Partial<State>>>;
  readonly state: State;
  readonly lang: Lang;
  readonly view: View;
  views: Record<string, View>;
  subject(key: Key | null): Subject | null;
  /** Opens a subject, or closes the panel. */
  open(key: Key | null): void;
  numbers: ReturnType<typeof import("./words/numbers.js").makeNumbers>;
  theme: ReturnType<typeof import("./theme.js").makeTheme>;
  parcels: ReturnType<typeof import("./map/parcel_layer.js").makeParcelLayer>;
  map: ReturnType<typeof import("./map/map.js").makeMap>;
  basemaps: ReturnType<typeof import("./map/basemaps.js").makeBasemaps>;
  measure: ReturnType<typeof import("./map/measure.js").makeMeasure>;
  search: ReturnType<typeof import("./search/box.js").makeSearchBox>;
  download: ReturnType<typeof import("./outputs/download.js").makeDownload>;
  print: ReturnType<typeof import("./outputs/print.js").makePrint>;
  picture: ReturnType<typeof import("./outputs/picture.js").makePicture>;
}

// ---- parcels, as parcel_tiles.py packs them

interface ParcelColumn {
  name: string;
  label: Both;
  values: string[] | null;
  labels: Record<string, Both>;
}
interface ParcelHeader {
  count: number;
  undrawn: number;
  block: number;
  run: number;
  unit: number;
  status: Both;
  statuses: { code: string; label: Both; colour: string; count: number }[];
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
}
interface ParcelHit {
  id: string;
  begins: boolean;
  note: Both;
}
/** What `yzParcels` gives back. */
interface ParcelLayer {
  layer: L.GridLayer;
  columns: { name: string; label: Both }[];
  ready: Promise<unknown>;
  legend(): HTMLElement;
  /** What is known of a parcel by its place along the curve, from 0 on. */
  subject(i: number): Promise<ParcelSubject>;
  select(id: string | null): Promise<ParcelSubject | null>;
  search(wanted: string, most: number, stop: () => boolean): Promise<ParcelHit[] | null>;
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
