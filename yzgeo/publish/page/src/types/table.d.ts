// The table: things of one kind, a row each, found by their number from 0 on.

interface TableColumn {
  id: string;
  title: string;
  /** Of numbers, beside the title. */
  unit?: string;
  /** In rem, at least. */
  width: number;
  /** How much of what is left over it takes. */
  grows?: number;
  isNumber?: boolean;
  /** Decimals of its sum. */
  digits?: number;
  /** What is sorted and taken along; null for what is not known. */
  value(row: number): string | number | null;
  /** What is sorted by instead: the plan's order of clauses, of lists. */
  rank?(row: number): number | null;
  /** Sorted letter by letter: codes, of which there may be a hundred thousand. */
  isCode?: boolean;
  /** What is shown, where it is more than the value. */
  cell?(row: number): Content;
  isShown: boolean;
  /** Taken along even where it is not a column on the screen. */
  isTaken?: boolean;
  /** Of a phone's narrow table too. */
  onPhone?: boolean;
  /** Below it: the sum of what is known; that there is none to be had; or other words. */
  total?: "sum" | "none" | ((rows: ArrayLike<number>) => Content);
}
interface TableSource {
  columns: TableColumn[];
  count: number;
  /** The column that it is sorted by unless the reader says otherwise, as `State.sort`; null for the plan's order. */
  sort: string | null;
  key(row: number): Key | null;
  /** Other keys that the row answers to when they are pointed at on the map. */
  alsoKeys?(row: number): Key[];
  /** Whether a row is among what the state asks for. */
  wanted(): (row: number) => boolean;
  open(row: number): void;
  /** Whether a row has a place on the map, where things of its kind have one. */
  isPlaced?(row: number): boolean;
  /** What stands below the table. */
  note?(rows: ArrayLike<number>): Content;
}
/** The ledger of the page, column by column. */
interface ParcelTable {
  count: number;
  /** In which each was recovered; 0 where it was not, or on an unknown day. */
  years: Int32Array;
  columns: (ParcelColumn & { rows: ParcelValue[] })[];
}
