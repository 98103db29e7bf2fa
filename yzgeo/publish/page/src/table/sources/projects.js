// Projects as a table: what is invested, on which land, how densely built.
import { flagsOf } from "../../elements/finding.js";
import { classes, html } from "../../html.js";
import { nameOf } from "../../state/choices.js";
import { isWanted, landOf } from "../../state/filter.js";
import { fixed } from "../../words/numbers.js";
import { barCell, clauseColumn, digitsOf, figure, flagColumn, named, ratioLine, zoneName } from "../cells.js";
import { countAndShare, invested, listName, lists, note } from "../project_totals.js";

/** @param {Page} page @param {(source: string) => void} showClause @returns {TableSource | null} */
export function projects(page, showClause) {
  const { data, numbers } = page;
  const rows = data.projects;
  if (!rows.length) return null;
  const most = Math.max(...rows.map((project) => project.investment || 0), 1e-9);
  const { asked, rule } = data.ratio;
  const densest = Math.max(...rows.map((project) => project.ratio || 0), asked || 0, 1e-9);
  const flagged = new Set(data.findings.filter((one) => one.rule === rule).flatMap((one) => one.subjects));
  const flags = rows.map((project) => flagsOf(page, project.key));
  const inPlan = new Map((data.order.project || []).map((key, place) => [key, place]));
  const factor = page.lang === "zh" ? 1 : data.units.m_yuan_per_100m;
  const digits = digitsOf(rows.map(({ investment }) => numbers.scaled(investment, factor)));
  const nameOfRow = (/** @type {number} */ row) => page.text(data.subjects[rows[row].key].name);

  /** @param {Project} project */
  function zoneWords({ zone_id, zone_ids, located }) {
    if (zone_id !== null) return nameOf(page, "zones", zone_id);
    if (zone_ids.length) return page.say("across_zones");
    return page.say(located ? "outside_zones" : "place_unstated");
  }
  /** @param {Project} project */
  const onPhone = (project) => [zoneWords(project), listName(page, project.list) || ""].filter(Boolean);
  /** @param {string[]} ids */
  const placeNames = (ids) => ids.map((id) => page.text(data.place_names[id])).join(page.lang === "zh" ? "、" : ", ");
  /** @param {ArrayLike<number>} shown */
  const projectsOf = (shown) => Array.from(shown, (row) => rows[row]);

  /** @param {string} id @param {TextKey} title @param {(project: Project) => number | null} of @param {boolean} isShown @returns {TableColumn} */
  function land(id, title, of, isShown) {
    const digits = digitsOf(rows.map(of));
    return {
      id,
      title: page.say(title),
      unit: page.say("unit_land").trim(),
      width: 4.8,
      isNumber: true,
      digits,
      value: (row) => of(rows[row]),
      cell: (row) => figure(page, of(rows[row]), digits),
      isShown,
      total: "sum",
    };
  }

  /** @type {TableColumn[]} */
  const columns = [
    {
      id: "name",
      title: page.say("project_owner"),
      width: page.lang === "zh" ? 14 : 12.4,
      grows: 1,
      value: nameOfRow,
      cell: (row) => named(nameOfRow(row), rows[row].owner || "", onPhone(rows[row])),
      isShown: true,
      onPhone: true,
      total: (shown) => countAndShare(page, projectsOf(shown)),
    },
    { id: "owner", title: page.say("owner"), width: 8, value: (row) => rows[row].owner, isShown: false, isTaken: true },
    {
      id: "zone",
      title: page.say("filter_zones"),
      width: page.lang === "zh" ? 5.2 : 6.8,
      value: (row) => zoneWords(rows[row]),
      cell: (row) => {
        const { zone_id } = rows[row];
        return zone_id === null
          ? html`<span class=${classes("unstated", page.lang === "en" && "two-lines")}>${zoneWords(rows[row])}</span>`
          : zoneName(page, zone_id);
      },
      isShown: true,
    },
    {
      id: "town",
      title: page.say("filter_towns"),
      width: 6,
      value: (row) => placeNames(rows[row].towns) || null,
      isShown: false,
    },
    {
      id: "place",
      title: page.say("place"),
      width: 6,
      value: (row) => placeNames(rows[row].places) || null,
      isShown: false,
    },
    {
      id: "evidence",
      title: page.say("filter_evidence"),
      width: 7,
      value: (row) =>
        rows[row].evidence === null ? null : nameOf(page, "evidence", /** @type {string} */ (rows[row].evidence)),
      isShown: false,
    },
    {
      id: "class",
      title: page.say("filter_classes"),
      width: page.lang === "zh" ? 5.4 : 6.4,
      value: (row) => nameOf(page, "classes", rows[row].class),
      cell: (row) =>
        html`<span class=${classes(page.lang === "en" && "two-lines")}>${nameOf(page, "classes", rows[row].class)}</span>`,
      isShown: true,
    },
    {
      id: "list",
      title: page.say("filter_lists"),
      width: 4.2,
      value: (row) => listName(page, rows[row].list),
      rank: (row) => (rows[row].list === null ? null : (inPlan.get(rows[row].key) ?? null)),
      isShown: true,
      total: (shown) => lists(page, projectsOf(shown)),
    },
    {
      id: "investment",
      title: page.say("filter_investment"),
      unit: page.say("unit_investment").trim(),
      width: page.lang === "zh" ? 9.2 : 8.4,
      isNumber: true,
      value: (row) => (rows[row].investment === null ? null : numbers.scaled(rows[row].investment, factor)),
      cell: (row) => {
        const project = rows[row];
        const told = project.printed
          ? page.text(project.printed)
          : figure(page, project.investment === null ? null : project.investment * factor, digits);
        return html`${barCell(project.investment, most, project.list === "planned")}<b>${told}</b>`;
      },
      isShown: true,
      onPhone: true,
      total: (shown) => invested(page, projectsOf(shown), factor, digits),
    },
    land("site_mu", "land_site", (project) => project.site_mu, true),
    land("new_land_mu", "land_new", (project) => project.new_land_mu, true),
    land("land", "land_either", landOf, false),
    {
      id: "ratio",
      title: page.say("filter_ratio"),
      width: 7.6,
      isNumber: true,
      value: (row) => (rows[row].ratio === null ? null : +Number(rows[row].ratio).toFixed(2)), // as it is shown
      cell: (row) => {
        const { ratio, key } = rows[row];
        if (ratio === null) return "—";
        const isFound = flagged.has(key);
        return html`${ratioLine(ratio, asked, densest, isFound)}<span class=${isFound ? "below-asked" : "ratio"}>${fixed(ratio, 2)}</span>`;
      },
      isShown: true,
      total: "none",
    },
    flagColumn(page, (row) => flags[row], { isShown: false }),
    {
      ...clauseColumn(page, (row) => rows[row].sources, showClause, 6.2),
      rank: (row) => inPlan.get(rows[row].key) ?? null,
    },
  ];

  return {
    columns,
    count: rows.length,
    sort: "-investment",
    key: (row) => rows[row].key,
    alsoKeys: (row) => rows[row].places.map((place) => `place:${place}`),
    wanted: () => (row) => isWanted(page.state, rows[row]),
    isPlaced: (row) => rows[row].located,
    open: (row) => page.open(rows[row].key),
    note: (shown) => note(page, projectsOf(shown), flagged),
  };
}
