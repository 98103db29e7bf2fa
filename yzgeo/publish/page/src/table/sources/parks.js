// Parks as a table: in which zone, listed where.
import { flagsOf } from "../../elements/finding.js";
import { nameOf } from "../../state/choices.js";
import { wantedIn } from "../../state/filter.js";
import { clauseColumn, flagColumn, named, zoneName } from "../cells.js";

/** @param {Page} page @param {(source: string) => void} showClause @returns {TableSource | null} */
export function parks(page, showClause) {
  const { data } = page;
  const keys = data.order.park || [];
  if (!keys.length) return null;
  const subjects = keys.map((key) => data.subjects[key]);
  const rows = keys.map((key) => data.downloads.rows[key] || {});
  const flags = keys.map((key) => flagsOf(page, key));
  /** @param {number} row */
  const name = (row) => page.text(subjects[row].name);
  /** @param {number} row */
  const sources = (row) =>
    String(rows[row].source || "")
      .split("；")
      .filter(Boolean);
  /** @param {number} row */
  const zoneIds = (row) => [subjects[row].zone_id || ""].filter(Boolean);

  /** @type {TableColumn[]} */
  const columns = [
    {
      id: "name",
      title: page.say("park"),
      width: 13,
      grows: 2,
      value: name,
      cell: (row) => named(name(row), ""),
      isShown: true,
      onPhone: true,
    },
    {
      id: "zone",
      title: page.say("filter_zones"),
      width: 6,
      value: (row) => zoneIds(row).map((id) => nameOf(page, "zones", id))[0] || null,
      cell: (row) => zoneIds(row).map((id) => zoneName(page, id)),
      isShown: true,
      onPhone: true,
    },
    {
      id: "listed_in",
      title: page.say("listed_in"),
      width: 7,
      value: (row) => page.text(subjects[row].note || { zh: "", en: "" }) || null,
      isShown: true,
    },
    {
      id: "place",
      title: page.say("place"),
      width: 8,
      value: (row) => /** @type {string | null} */ (rows[row].place) || null,
      cell: (row) => String(rows[row].place || page.say("place_unstated")),
      isShown: true,
    },
    flagColumn(page, (row) => flags[row], { isShown: true }),
    { ...clauseColumn(page, sources, showClause, 8), rank: (row) => row },
  ];
  return {
    columns,
    count: keys.length,
    sort: null,
    key: (row) => keys[row],
    wanted: () => (row) => wantedIn(page.state, zoneIds(row)),
    isPlaced: (row) => !subjects[row].unlocated,
    open: (row) => page.open(keys[row]),
  };
}
