// The data, as publish/page/data.py writes it.

type Lang = "zh" | "en";
type Both = { zh: string; en: string };
/** A kind and an id, `zone:mingzhou`. */
type Key = string;
type ViewName = keyof typeof import("../views/views.js").VIEWS;
type ThemeMode = "auto" | "light" | "dark";
type TextKey = keyof typeof import("../words/texts.js").TEXTS;
type VNode = import("preact").VNode;
/** What may stand among the children of an element. */
type Content = import("preact").ComponentChildren;

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
  /** Of a parcel: what each scenario does with it. */
  choices?: Both[];
}
type Shape = import("geojson").Polygon | import("geojson").MultiPolygon;
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
interface Rule {
  rule: string;
  title: Both;
  status: "passed" | "found" | "not_checked" | "skipped";
  reason: Both;
  count: number;
  flagged: number;
  untold: number;
  in_table: boolean;
  clauses: string[];
}
type Severity = "error" | "warning" | "info";
interface PageData {
  lang: Lang;
  title: Both;
  subtitle: Both;
  bounds: [[number, number], [number, number]];
  bases: string[];
  schematic: Both;
  kinds: Record<string, Both>;
  layers: Record<string, Both>;
  severities: Record<Severity, Both>;
  statuses: Record<Rule["status"], Both>;
  clauses: Record<string, Clause>;
  /** As the plan has them. */
  clause_order: string[];
  /** What parts the cells of a row in the text of a clause. */
  cell: string;
  on_dark: Record<string, string>;
  /** What text in a zone's colour is written in. */
  text_shades: { light: Record<string, string>; dark: Record<string, string> };
  places: Place[];
  /** What lies under the plan; null where the folder has none. */
  ground: Ground | null;
  /** The Chinese names of places and towns, in syllables. */
  spelled: Record<string, string>;
  /** Figures of the prose; `also` are other words for what they count. */
  figures: { name: Both; value: Both; also: string[]; clause: string }[];
  subjects: Record<Key, Subject>;
  order: Record<string, Key[]>;
  zones: Zone[];
  sites: Site[];
  /** By subject how many findings are more than information. */
  flags: Record<Key, number>;
  /** Of zones that are too many for a colour each; else empty. */
  zone_kinds: { name: Both; colour: string }[];
  measures: Measure[];
  /** What the plan folder still lacks. */
  missing: Both[];
  overview: { topic: "area" | "zones" | "investment" | "projects" | "land"; key: Key; number: Both; unit: Both }[];
  industries: Industry[];
  classes: ProjectClass[];
  projects: Project[];
  place_names: Record<string, Both>;
  /** What the plan asks of floor area ratios, and the rule that holds projects against it. */
  ratio: { asked: number | null; rule: string };
  land: Land;
  /** Where scenarios are handed over. */
  scenarios: Scenarios | null;
  rules: Rule[];
  findings: Finding[];
  gaps: { message: Both; remedy: Both }[];
  proofreading: { clause: string; span: Span | null; place: Both; printed: string; suspected: string; reason: Both }[];
  severity_counts: Partial<Record<Severity, number>>;
  /** null where there is no ledger. */
  parcels: { count: number } | null;
  units: { m2_per_mu: number; m_yuan_per_100m: number; currencies: Record<string, Currency> };
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
    sources: Both[];
    attributions: Both[];
    boundary: Both;
    licences: { title: string; name: string }[];
    unlocated_projects: number;
    unlocated_parks: number;
  };
}
