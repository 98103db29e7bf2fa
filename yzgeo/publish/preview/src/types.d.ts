// The data, as publish/preview/data.py writes it, and the state of the page.

interface PreviewColumn {
  theirs: string;
  ours: Both | null;
  why: Both;
  certainty: "sure" | "likely" | "none";
  unit: Both | null;
  filled: number;
  examples: string[];
}
interface PreviewWord {
  word: string;
  rows: number;
  code: string | null;
  why: Both;
  certainty: "sure" | "likely" | "unknown";
  /** What the command is told for each status, quoted for a shell. */
  options: Record<string, string>;
}
interface PreviewRow {
  kind: "refused" | "doubt" | "left_out";
  kind_label: Both;
  row: number | null;
  column: string;
  value: string;
  problem: Both;
  remedy: Both;
}
interface PreviewAreas {
  registered: number | null;
  drawn: number | null;
  both: number;
  registered_of_both: number;
  drawn_of_both: number;
  by_status: { label: Both; rows: number; mu: number | null }[];
  totals: { row: number; text: string; agrees: boolean }[];
  /** Drawn and registered area in mu, as common logarithms. */
  points: [number, number][];
}
interface PreviewMap {
  district: string;
  shapes: string;
  dots: string;
  whole: string;
  close: string;
}
/** One file, layer or sheet. */
interface PreviewPart {
  file: string;
  features: number;
  without_shape: number;
  crs: Both;
  columns: PreviewColumn[];
  rows: PreviewRow[];
  unlisted: number;
  doubts: Both[];
  changes: Both[];
  areas: PreviewAreas | null;
  map: PreviewMap | null;
}
interface PreviewData {
  lang: Lang;
  plan: Both;
  parts: PreviewPart[];
  statuses: { code: string; label: Both }[];
  /** Of all parts. */
  words: PreviewWord[];
  refused: boolean;
  command: string;
}
interface PreviewState {
  lang: Lang;
  /** The place of the part that is shown. */
  part: number;
  /** The status that the reader says a word means, by its place among the words; "" leaves its rows uncounted. */
  answers: Record<number, string>;
  view: "close" | "whole";
  copied: "" | "copied" | "selected";
}
type PreviewTextKey = keyof typeof import("./texts.js").TEXTS;
interface PreviewPage {
  readonly data: PreviewData;
  readonly state: PreviewState;
  /** The part that is shown. */
  readonly part: PreviewPart;
  readonly store: ReturnType<
    typeof import("../../page/src/state/store.js").createStore<PreviewState, Partial<PreviewState>>
  >;
  text(both: Both): string;
  say(key: PreviewTextKey, values?: Record<string, string | number>): string;
}
interface Window {
  yzPreview: () => void;
  yzgeoPreview?: PreviewPage;
}
