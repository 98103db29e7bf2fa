// The columns of a table, which of them are shown, and by which it is sorted: the headless table's part. Filtering and
// sorting themselves are done beforehand, so that it is given no more rows than are in sight.
import { columnVisibilityFeature, constructTable, rowSortingFeature, tableFeatures } from "@tanstack/table-core";
import { storeReactivityBindings } from "@tanstack/table-core/store-reactivity-bindings";

const features = tableFeatures({
  coreReactivityFeature: storeReactivityBindings(),
  rowSortingFeature,
  columnVisibilityFeature,
});
/** @typedef {{id: string, desc: boolean}[]} Sorting */
/** @typedef {Record<string, boolean>} Visibility */
/** @typedef {{row: number}} Line */
/** @typedef {{id: string, desc: boolean} | null} Sort */

/**
 * @param {TableSource} source
 * @param {(sort: string | null) => void} sortBy @param {(ids: string[]) => void} show
 */
export function makeColumns(source, sortBy, show) {
  const byId = new Map(source.columns.map((column) => [column.id, column]));
  /** @type {Sorting} */
  let sorting = [];
  /** @type {Visibility} */
  let columnVisibility = {};
  const options = {
    features,
    columns: source.columns.map(({ id, isNumber }) => ({
      id,
      accessorFn: (/** @type {Line} */ { row }) => byId.get(id)?.value(row) ?? null,
      sortDescFirst: isNumber === true,
    })),
    data: /** @type {Line[]} */ ([]),
    manualSorting: true,
    enableSortingRemoval: false,
    state: { sorting, columnVisibility },
    onSortingChange(/** @type {Sorting | ((old: Sorting) => Sorting)} */ next) {
      const [first] = typeof next === "function" ? next(sorting) : next;
      sortBy(first ? (first.desc ? "-" : "") + first.id : null);
    },
    onColumnVisibilityChange(/** @type {Visibility | ((old: Visibility) => Visibility)} */ next) {
      const visible = typeof next === "function" ? next(columnVisibility) : next;
      show(source.columns.map(({ id }) => id).filter((id) => visible[id]));
    },
  };
  const table = constructTable(options);

  return {
    /** The columns as the state has them. @param {string[]} shown @param {Sort} sort */
    update(shown, sort) {
      sorting = sort ? [sort] : [];
      columnVisibility = Object.fromEntries(source.columns.map(({ id }) => [id, shown.includes(id)]));
      table.setOptions((old) => ({ ...old, state: { sorting, columnVisibility } }));
    },
    /** All columns, for the choice of them. */
    all: () =>
      table.getAllLeafColumns().map((column) => ({
        column: /** @type {TableColumn} */ (byId.get(column.id)),
        isVisible: column.getIsVisible(),
        toggle: () => column.toggleVisibility(),
      })),
    /** The columns in sight. */
    heads: () =>
      table.getVisibleLeafColumns().map((column) => ({
        column: /** @type {TableColumn} */ (byId.get(column.id)),
        sorted: column.getIsSorted(),
        sort: () => column.toggleSorting(),
      })),
    /** The cells of the rows in sight. @param {number[]} rows */
    cells(rows) {
      table.setOptions((old) => ({ ...old, data: rows.map((row) => ({ row })) }));
      return table.getRowModel().rows.map((row) => ({
        row: row.original.row,
        cells: row.getVisibleCells().map((cell) => {
          const column = /** @type {TableColumn} */ (byId.get(cell.column.id));
          return {
            column,
            content: column.cell ? column.cell(row.original.row) : /** @type {Content} */ (cell.getValue()),
          };
        }),
      }));
    },
  };
}
