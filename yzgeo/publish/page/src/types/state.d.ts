// The state: what is shown is a function of it.

/** What stands in the address. */
interface Addressed {
  view: ViewName;
  opened: Key | null;
  rule: string | null;
  /** Which finding of the rule is read, by its key. */
  finding: string | null;
  /** Where the whole text is read. */
  clause: string | null;
  filter: Filter;
  /** The kind of things in the table. */
  table: string;
  /** The zones side by side in the comparison. */
  compared: string[];
  /** The scenario that is looked at, by its Chinese name; null for the first. */
  scenario: string | null;
  /** The column that the table is sorted by, behind "-" the largest first; null for the order of its kind. */
  sort: string | null;
}
/** Ends that a figure lies between, both among it; null is open. `unstated`: what has no figure is kept. */
interface FigureRange {
  from: number | null;
  to: number | null;
  unstated: boolean;
}
type FilterChoice =
  | "zones"
  | "classes"
  | "lists"
  | "towns"
  | "evidence"
  | "severities"
  | "rules"
  | "statuses"
  | "years";
type FilterRange = "investment" | "land" | "ratio";
/** What the page is narrowed to: of each choice the values wanted, none of them for all. */
type Filter = Record<FilterChoice, string[]> & Record<FilterRange, FigureRange | null>;
type Fold = "yz-legend" | "yz-findings" | "yz-sources";
interface SearchHit {
  key: Key;
  /** What it is found among. */
  kind: string;
  name: Both;
  note: string;
  /** The number of a parcel, which is looked up when it is chosen. */
  parcel: string | null;
}
/** As high as a headline, half the screen, all of it. */
type Snap = "low" | "half" | "full";
interface State extends Addressed {
  /** How often the reader went somewhere: the address follows. */
  visits: number;
  lang: Lang;
  /** Where the reader moved the map to, as the address has it. */
  at: string | null;
  theme: ThemeMode;
  systemDark: boolean;
  /** Which layers are on. */
  shown: Record<string, boolean>;
  folds: Record<Fold, boolean>;
  /** What the reader unfolded in the view's own list, by id. */
  unfolded: Record<string, boolean>;
  /** Which findings the list of the reading view has; null for the gravest there are. */
  severity: Severity | "all" | null;
  /** The screen is as narrow as a phone. */
  isNarrow: boolean;
  /** How high the sheet of a phone stands. */
  snap: Snap;
  /** The menu of a phone is open. */
  isMenuOpen: boolean;
  /** What the pointer or the focus is on, in a list, the table or the map: all of them mark it. */
  hovered: Key | null;
  /** The row of the table that was chosen without being opened: the map points it out. */
  selected: Key | null;
  /** The clause whose words stand below the table. */
  passage: string | null;
  /** A slider of the filter moves. */
  isSliding: boolean;
  /** The columns that the reader chose for the table, by its kind. */
  columns: Record<string, string[]>;
  notice: { about: "address" | "basemap" | "screen" | "saved"; words: Both } | null;
  search: {
    typed: string;
    hits: SearchHit[];
    active: number;
    /** How many there are of each kind. */
    counts: Record<string, number>;
    total: number;
    isFinished: boolean;
  };
  measure: {
    mode: "length" | "area" | "place" | "inside" | null;
    isDone: boolean;
    /** What was typed names no place. */
    isRefused: boolean;
    points: L.LatLng[];
    /** What is asked for what lies inside: a polygon of the points, or a circle of `km` around the first. */
    form: "polygon" | "circle";
    km: number;
    /** The parcels inside, once they are counted; `unknown` where the ledger cannot be unpacked. */
    parcels: ParcelsInside | "unknown" | null;
  };
  basemap: { name: string; key: string };
  dialog: "print" | "download" | null;
  /** The paper that the page is laid out for. */
  printing: string | null;
  /** Which parcels the map shows. */
  parcelChoice: Omit<ParcelChoice, "scenario">;
  /** Whether the lens is there; null as long as the reader has not said. */
  lens: boolean | null;
  /** Parcels that were opened: the ledger itself stays packed. */
  parcels: Record<Key, Subject>;
}
