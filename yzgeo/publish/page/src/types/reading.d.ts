// What was found, and the words of the plan that it rests on.

/** Where words stand in a clause: start and end. */
type Span = [number, number];
/** Clauses held together: a row for each, of the items that stand in it. */
interface Compared {
  kind: "list" | "words" | "marks";
  rows: { clause: string; items: string[] }[];
}
interface Clause {
  en: string;
  heading: string;
  text: string;
  /** The clause on whose page it stands, and which part of that it is. */
  page: string;
  part: Both;
  /** The column of each cell of a row, where known. */
  columns?: number[];
}
interface Finding {
  rule: string;
  /** Its subject, and what tells it from others of the rule on that. */
  key: string;
  severity: Severity;
  subject: Key;
  subjects: Key[];
  /** The zones of its subjects: of projects and parks those that they lie in. */
  zone_ids: string[];
  message: Both;
  reading: Both;
  remedy: Both;
  clauses: string[];
  places: { clause: string; spans: Span[] }[];
  compared: Compared[];
}
