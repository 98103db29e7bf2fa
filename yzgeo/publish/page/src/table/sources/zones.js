// Zones as a table: area, what is invested in them, what was found.

import { flagsOf } from "../../elements/finding.js";
import { html } from "../../html.js";
import { wantedIn } from "../../state/filter.js";
import { fixed } from "../../words/numbers.js";
import { barCell, clauseColumn, digitsOf, figure, flagColumn, zoneDot } from "../cells.js";

/** @param {Page} page @param {(source: string) => void} showClause @returns {TableSource | null} */
export function zones(page, showClause) {
  const { data, numbers } = page;
  const rows = data.zones;
  if (!rows.length) return null;
  const facts = rows.map((zone) => data.downloads.rows[zone.key] || {});
  const isNested = rows.some((zone) => zone.depth > 0);
  const sum = isNested ? "none" : "sum";
  const factor = page.lang === "zh" ? 1 : data.units.m_yuan_per_100m;
  /** @param {string} id @param {number} row */
  const numberOf = (id, row) => (typeof facts[row][id] === "number" ? /** @type {number} */ (facts[row][id]) : null);
  /** @param {number} row */
  const name = (row) => page.text(data.subjects[rows[row].key].name);
  /** @param {number} row */
  const sources = (row) =>
    String(facts[row].source || "")
      .split("；")
      .filter(Boolean);
  const areas = rows.map((_, row) => numberOf("usable_area_km2", row));
  const widest = Math.max(...areas.map((area) => area || 0), 1e-9);
  const digits = digitsOf(areas);
  const hasUsable = areas.some((area) => area !== null);
  const hasProjects = data.projects.length > 0;

  /** @type {TableColumn[]} */
  const columns = [
    {
      id: "name",
      title: page.say("zone_name"),
      width: 13,
      grows: 2,
      value: name,
      cell: (row) => html`<span class="name">${zoneDot(page, rows[row].colour)}${name(row)}</span>`,
      isShown: true,
      onPhone: true,
      total: () =>
        html`<b>${page.say("sum_of").replace("%d", String(page.state.filter.zones.length || rows.length))}</b>`,
    },
    {
      id: "kind",
      title: page.say("kind"),
      width: 5,
      value: (row) => page.text(data.subjects[rows[row].key].note || { zh: "", en: "" }) || null,
      isShown: false,
    },
    {
      id: "area",
      title: page.say("area_usable"),
      unit: page.say("unit_km2"),
      width: 10,
      isNumber: true,
      digits,
      value: (row) => areas[row],
      cell: (row) => html`${barCell(areas[row], widest, false)}<b>${figure(page, areas[row], digits)}</b>`,
      isShown: hasUsable,
      onPhone: hasUsable,
      total: sum,
    },
    {
      id: "printed",
      title: page.say("area_printed"),
      width: 8,
      value: (row) => page.text(rows[row].area) || null,
      isShown: !hasUsable && rows.some((zone) => page.text(zone.area)),
    },
    {
      id: "projects",
      title: page.say("table_projects"),
      width: 4.5,
      isNumber: true,
      value: (row) => rows[row].project_count,
      isShown: hasProjects,
      total: sum,
    },
    {
      id: "investment",
      title: page.say("filter_investment"),
      unit: page.say("unit_investment").trim(),
      width: 7,
      isNumber: true,
      digits: 2,
      value: (row) => numbers.scaled(numberOf("investment_100m_yuan", row), factor),
      cell: (row) => {
        const value = numberOf("investment_100m_yuan", row);
        if (value !== null) return fixed(value * factor, 2);
        return rows[row].project_count === 0 ? "—" : figure(page, null, 2);
      },
      isShown: hasProjects,
      total: sum,
    },
    {
      id: "leading",
      title: page.say("leading"),
      width: 12,
      grows: 1,
      value: (row) => page.text(rows[row].leading) || null,
      cell: (row) => page.text(rows[row].leading) || "—",
      isShown: data.industries.length > 0,
    },
    flagColumn(page, (row) => flagsOf(page, rows[row].key), { isShown: true, onPhone: true }),
    { ...clauseColumn(page, sources, showClause, 7), rank: (row) => row },
  ];
  return {
    columns,
    count: rows.length,
    sort: null,
    key: (row) => rows[row].key,
    wanted: () => (row) => wantedIn(page.state, [rows[row].zone_id]),
    open: (row) => page.open(rows[row].key),
    note: () => (isNested ? page.say("nested_note") : null),
  };
}
