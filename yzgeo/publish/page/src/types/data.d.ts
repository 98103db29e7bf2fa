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
}
type Shape = import("geojson").Polygon | import("geojson").MultiPolygon;
interface Zone {
  depth: number;
  key: Key;
  zone_id: string;
  colour: string;
  short: Both;
  shortest: Both;
  leading: Both;
  area: Both;
  /** Of the largest zone; null where the plan prints no area. */
  share: number | null;
  /** By the area drawn, the largest first: whose label gives way. */
  rank: number;
  project_count: number;
  by_owner: Both;
  inner: Both;
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
interface Rule {
  rule: string;
  title: Both;
  status: "passed" | "found" | "not_checked" | "skipped";
  reason: Both;
  count: number;
  flagged: number;
  untold: number;
  clauses: string[];
}
type Severity = "error" | "warning" | "info";
interface Finding {
  rule: string;
  severity: Severity;
  subject: Key;
  subjects: Key[];
  message: Both;
  reading: Both;
  remedy: Both;
  clauses: string[];
}
interface LandZone {
  zone_id: string;
  usable_km2: number | null;
  new_land_mu: number | null;
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
  new_land_mu: number | null;
  new_land_outside_mu: number | null;
  new_land_across_mu: number | null;
  new_land_unlocated_mu: number | null;
  colour: string;
  target_key: Key | null;
  target_mu: number | null;
  identified_in_plan_mu: number | null;
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
  schematic: Both;
  kinds: Record<string, Both>;
  layers: Record<string, Both>;
  severities: Record<Severity, Both>;
  statuses: Record<Rule["status"], Both>;
  clauses: Record<string, { en: string; heading: string; text: string }>;
  on_dark: Record<string, string>;
  places: Place[];
  /** What lies under the plan; null where the folder has none. */
  ground: Ground | null;
  subjects: Record<Key, Subject>;
  order: Record<string, Key[]>;
  zones: Zone[];
  /** Of zones that are too many for a colour each; else empty. */
  zone_kinds: { name: Both; colour: string }[];
  /** What the plan folder still lacks. */
  missing: Both[];
  overview: { key: Key; number: Both; unit: Both }[];
  industries: Industry[];
  classes: ProjectClass[];
  projects: Project[];
  land: Land;
  rules: Rule[];
  findings: Finding[];
  gaps: { message: Both; remedy: Both }[];
  proofreading: { place: Both; printed: string; suspected: string; reason: Both }[];
  severity_counts: Partial<Record<Severity, number>>;
  parcels: { count: number; by_status: { status: ParcelStatus; count: number; mu: number; colour: string }[] } | null;
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
