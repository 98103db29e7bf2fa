// The data, as publish/review/data.py writes it, and what is made of it.

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
  /** What it says in English; the plan's own words stay as they are. */
  english?: string;
  evidence: string;
  /** The clause that the evidence names. */
  at?: number | null;
  /** The cells that it gives. */
  cells: { table: string; column: string; value: string }[];
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
    command: string;
  };
  clauses: ReviewClause[];
  candidates: ReviewCell[];
  questions: ReviewQuestion[];
  unread: ReviewSpan[];
  zones: { name: string; light: string; dark: string }[];
  /** What tables, and columns (`zones.area`), are called. */
  labels: Record<string, Both>;
  /** Codes in words. */
  values: Record<string, Both>;
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
