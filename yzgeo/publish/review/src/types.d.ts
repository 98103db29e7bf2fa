// The data, as publish/review/data.py writes it, and the state of the page of the review.

/** Where words stand: the number of their clause, and the characters of its text. */
interface ReviewSpan {
  at: number;
  start: number;
  end: number;
}
interface ReviewClause {
  clause: string;
  text: string;
  kind: string;
  heading?: string;
  label?: string;
  level?: number;
  cells?: string[];
  header?: string[];
  table?: number;
  table_title?: string;
  unit?: string;
  page?: number;
}
type ReviewCertainty = "sure" | "likely" | "guess";
/** One cell of a table of the draft. */
interface ReviewCell extends ReviewSpan {
  id: string;
  table: string;
  key: string[];
  column: string;
  value: string;
  kind: string;
  quote: string;
  how: string;
  certainty: ReviewCertainty;
  /** The question that is about it. */
  question?: string;
}
interface ReviewOption {
  number: string;
  value: string;
  evidence: string;
  /** The clause that the evidence names. */
  at?: number | null;
}
interface ReviewQuestion {
  id: string;
  kind: string;
  question: Both;
  why: Both;
  options: ReviewOption[];
  /** The row of the file, by column. */
  row: Record<string, string>;
  /** The option that is likely, and chosen beforehand. */
  likely: string | null;
  at?: number | null;
  start: number | null;
  end: number | null;
}
interface ReviewData {
  lang: Lang;
  document: {
    title: string;
    files: string[];
    key: string;
    characters: number;
    complete: boolean | null;
    next_step: Both;
    command: string;
  };
  clauses: ReviewClause[];
  candidates: ReviewCell[];
  questions: ReviewQuestion[];
  unread: ReviewSpan[];
  zones: { name: string; light: string; dark: string }[];
  /** What tables, and columns (`zones.area`), are called. */
  labels: Record<string, Both>;
  columns: string[];
  formula: string;
}
/** An answer, by the id of its question or of a cell: an option's number, 0 not stated, E own, X not taken. */
interface ReviewAnswer {
  answer: string;
  value: string;
  unit: string;
  note: string;
  time: string;
}
type ReviewAnswers = Record<string, ReviewAnswer>;
type ReviewStatus = "sure" | "likely" | "guess" | "unread" | "differ";
/** Marked words of a clause; those of several cells where they share them. */
interface ReviewMark {
  id: string;
  start: number;
  end: number;
  kind: string;
  status: ReviewStatus;
  /** Ids of cells and questions, the first is what a click chooses. */
  ids: string[];
  question: string | null;
}
/** A row as it is shown: the cells that are read together. */
interface ReviewRow {
  id: string;
  cells: ReviewCell[];
  kind: string;
  status: ReviewStatus;
  at: number;
  start: number;
  section: string;
  tables: string[];
}
type ReviewItem =
  | { type: "section"; id: string; section: string; tables: string[]; at: number }
  | { type: "row"; id: string; row: ReviewRow; at: number }
  | { type: "unread"; id: string; span: ReviewSpan; at: number };
/** What is chosen for the question that is open, before it is confirmed. */
interface ReviewDraft {
  choice: string;
  value: string;
  unit: string;
  note: string;
}
interface ReviewConflict {
  id: string;
  own: ReviewAnswer;
  theirs: ReviewAnswer;
}
/** What undo goes back to: the answers that a step changed, as they were. */
interface ReviewStep {
  before: [string, ReviewAnswer | null][];
  at: string | null;
}
type ReviewPane = "document" | "rows" | "question";
interface ReviewState {
  lang: Lang;
  mode: "table" | "question";
  pane: ReviewPane;
  filter: "all" | "open" | "unread" | "differ";
  /** Kinds that are not shown. */
  hidden: Record<string, true>;
  /** The cell, question or unread words that are chosen. */
  selected: string | null;
  /** The cell that is being changed. */
  editing: string | null;
  /** The question that is open. */
  at: string | null;
  draft: ReviewDraft;
  /** The question that was answered last. */
  last: string | null;
  search: string;
  answers: ReviewAnswers;
  past: ReviewStep[];
  /** The answers as they were saved last, as JSON by id. */
  saved: Record<string, string>;
  conflicts: ReviewConflict[] | null;
  storage: "kept" | "refused";
  message: { words: string; tone: "told" | "warned" } | null;
  /** Seconds that the answers of this sitting took. */
  pace: number[];
  printing: boolean;
}
interface ReviewPage {
  readonly data: ReviewData;
  readonly state: ReviewState;
  readonly store: ReturnType<
    typeof import("../../page/src/state/store.js").createStore<ReviewState, Partial<ReviewState>>
  >;
  readonly questions: Map<string, ReviewQuestion>;
  readonly cells: Map<string, ReviewCell>;
  readonly rows: ReviewRow[];
  readonly marks: ReviewMark[][];
  readonly groups: Map<string, string[]>;
  /** Ids of cells that text and table list differently. */
  readonly differing: Set<string>;
  readonly outline: { at: number; title: string; level: number }[];
  readonly kindCounts: Record<string, number>;
  readonly statusCounts: Record<string, number>;
  numberOf(id: string): number;
  /** The row that shows a cell. */
  readonly rowOf: Map<string, ReviewRow>;
  text(both: Both): string;
  say(key: ReviewTextKey): string;
  fill(key: ReviewTextKey, values: Record<string, string | number>): string;
  /** The clause of a cell, a question or unread words; -1 for none. */
  atOf(id: string): number;
  /** Brings a clause into sight. */
  go(at: number): void;
  /** What a table, or one of its columns, is called. */
  label(table: string, column?: string): string;
  /** The word of a kind. */
  kind(name: string): string;
  act: ReturnType<typeof import("./actions.js").makeActions>;
  file: ReturnType<typeof import("./saving/file.js").makeFile>;
}
type ReviewTextKey = keyof typeof import("./texts.js").TEXTS;
interface Window {
  yzReview: () => void;
  yzgeoReview?: ReviewPage;
}
