// The data, as publish/places/data.py writes it, and the state of the page of places.

type PlacesGroup = "town" | "zone" | "park" | "project";
type PlacesUse = {
  key: string;
  kind: "zone" | "park" | "project";
  name: string;
  words: string;
  standing: "town" | "none";
  source: Both;
  quote: string;
};
/** A name that needs a place. */
interface WantedPlace {
  id: string;
  name: string;
  place_id: string;
  group: PlacesGroup;
  owner: string;
  invested: number;
  amount: Both | null;
  town: string | null;
  uses: PlacesUse[];
}
interface KnownPlace {
  place_id: string;
  name: Both;
  lat: number;
  lon: number;
  uncertainty_m: number | null;
  extent_m: number | null;
  town: boolean;
}
interface PlacesZone {
  zone_id: string;
  name: Both;
  colour: string;
  ink: { light: string; dark: string };
  geometry: Shape | null;
  middle: [number, number] | null;
  uncertainty_m: number | null;
  official: boolean;
}
interface PlacesChoices {
  closed: boolean;
  required: boolean;
  values: { value: string; label: Both }[];
}
interface PlacesData {
  lang: Lang;
  plan: { name: string; title: Both; district: Both; key: string };
  bounds: [[number, number], [number, number]];
  /** Null for a plan without an outline. */
  district: Shape | null;
  zones: PlacesZone[];
  places: KnownPlace[];
  wanted: WantedPlace[];
  counts: { settled: number; town: number; none: number };
  table: { columns: string[]; rows: string[][] };
  kinds: PlacesChoices;
  evidence: PlacesChoices;
  extra: string[];
  formula: string;
  credits: string[];
}
/** A place as the reader set it, or is about to. */
interface PlaceAnswer {
  name: string;
  lat: number;
  lon: number;
  uncertainty_m: number;
  extent_m: number | null;
  kind: string;
  source: string;
  evidence: string;
  /** Why it lies outside the district. */
  note: string;
  /** Other wanted places that are at the same place. */
  also: string[];
}
/** An answer that is not decided on: without a position at first. */
type PlaceDraft = Omit<PlaceAnswer, "lat" | "lon" | "uncertainty_m"> & {
  lat: number | null;
  lon: number | null;
  uncertainty_m: number | null;
  /** How coordinates that were typed were read; "" for a click. */
  read: string;
};
/** What undo goes back to. */
interface PlacesKept {
  answers: Record<string, PlaceAnswer>;
  skipped: Record<string, true>;
  draft: PlaceDraft | null;
  selected: string | null;
}
type PlacesRow = Record<string, string>;
type PlacesMessage = { words: string; tone: "told" | "warned" };
interface PlacesState extends PlacesKept {
  lang: Lang;
  filter: string;
  status: "open" | "all";
  pane: "list" | "map";
  past: PlacesKept[];
  /** Rows of a file that was loaded which nothing here uses: they are saved as they came. */
  extra: PlacesRow[];
  /** Answers of a loaded file that differ from those given here, until the reader chooses. */
  conflicts: Record<string, PlaceAnswer> | null;
  /** The answers as they were saved last, as JSON by place. */
  saved: Record<string, string>;
  storage: "kept" | "refused";
  message: PlacesMessage | null;
}
interface PlacesPage {
  readonly data: PlacesData;
  readonly state: PlacesState;
  readonly store: ReturnType<
    typeof import("../../page/src/state/store.js").createStore<PlacesState, Partial<PlacesState>>
  >;
  readonly wanted: Record<string, WantedPlace>;
  readonly known: Record<string, KnownPlace>;
  text(both: Both): string;
  say(key: PlacesTextKey): string;
  /** Text with `{name}` replaced. */
  fill(key: PlacesTextKey, values: Record<string, string | number>): string;
  act: ReturnType<typeof import("./actions.js").makeActions>;
  map: ReturnType<typeof import("./map/map.js").makePlacesMap>;
  file: ReturnType<typeof import("./saving/file.js").makeFile>;
}
type PlacesTextKey = keyof typeof import("./texts.js").TEXTS;
interface Window {
  yzPlaces: (map: L.Map) => void;
  yzgeoPlaces?: PlacesPage;
}
