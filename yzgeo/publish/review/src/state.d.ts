// The state of the page of the review, and the page.

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
  /** What a cell says: a code in words. */
  value(cell: ReviewCell): string;
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
