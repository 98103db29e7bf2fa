// The page: what its parts share.

/** A view of the plan: one file of views/, named in views/views.js. */
interface View {
  title: Both;
  /** The drawing above its name, where views are chosen on a phone. */
  sign: import("../elements/icon.js").Sign;
  /** What the page is laid out for. */
  layout: "map" | "table" | "compare" | "reading";
  /** What fills the page in the place of the map and its list. */
  sheet?(): Content;
  /** Whether its map is about parcels, where the page has any. */
  isOfParcels?: boolean;
  /** The legend of the parcels, where they are not told apart by their status. */
  parcels?(): Content[];
  /** Layers that are on when it is entered. */
  layers: Record<string, boolean>;
  /** What stands beside the map. */
  list(): Content;
  legend(): Content[];
  /**
   * How a zone or project looks in it, where that is not as ever: `fillOpacity` is the share of a zone's tint that is
   * left, `isHatched` that lines fill it; a project of less `opacity` than 1 is a ghost.
   */
  style(key: Key, subject: Subject, base: L.PathOptions): (L.PathOptions & { isHatched?: boolean }) | null;
  /** What a project's disc is sized by, as if it were 亿元: what it invests, if nothing else; null: it is not drawn. */
  mark?(project: Project): number | null;
  /** The sum beside a disc: what its projects invest, if nothing else. */
  sum?(projects: Project[]): string;
  /** An amount that discs are sized by, in words: money, if nothing else. */
  amount?(value: number): string;
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
type Words = ReturnType<typeof import("../words/words.js").makeWords>;
interface Page extends Words {
  readonly data: PageData;
  readonly leaflet: L.Map;
  readonly layers: Record<string, L.GeoJSON>;
  readonly tiles: Record<string, TileLayer>;
  readonly store: ReturnType<typeof import("../state/store.js").createStore<State, Partial<State>>>;
  readonly state: State;
  readonly lang: Lang;
  readonly view: View;
  views: Record<string, View>;
  subject(key: Key | null): Subject | null;
  /** The layers of a view, and of a table in it, as it opens by itself. */
  usual(state: Pick<State, "view" | "table">): Record<string, boolean>;
  /** Unfolds where the figures come from. */
  showSources(): void;
  /** Opens a subject, or closes the panel; a parcel is looked up, and the map goes to it. */
  open(key: Key | null): void;
  numbers: ReturnType<typeof import("../words/numbers.js").makeNumbers>;
  theme: ReturnType<typeof import("../theme.js").makeTheme>;
  parcels: ReturnType<typeof import("../map/parcel_layer.js").makeParcelLayer>;
  ground: ReturnType<typeof import("../map/ground.js").makeGround>;
  map: ReturnType<typeof import("../map/map.js").makeMap>;
  basemaps: ReturnType<typeof import("../map/basemaps.js").makeBasemaps>;
  measure: ReturnType<typeof import("../map/measure.js").makeMeasure>;
  inside: ReturnType<typeof import("../map/inside_tool.js").makeInside>;
  search: ReturnType<typeof import("../search/box.js").makeSearchBox>;
  download: ReturnType<typeof import("../outputs/download.js").makeDownload>;
  table: ReturnType<typeof import("../table/table.js").makeTable>;
  print: ReturnType<typeof import("../outputs/print.js").makePrint>;
  picture: ReturnType<typeof import("../outputs/picture.js").makePicture>;
}
