// What the plan lists as a sortable table beside the map: projects, parks, zones, targets, findings, parcels.
import * as signs from "../elements/signs.js";
import { isNarrowed, isWanted, wantedIn } from "../state/filter.js";
import { sheet } from "../table/sheet.js";

/** @param {Page} page @returns {View | null} */
export function projects(page) {
  const { data } = page;
  if (!page.table.kinds().length) return null;
  const byKey = new Map(data.projects.map((project) => [project.key, project]));

  /** @param {Zone} zone */
  function parksIn({ zone_id }) {
    const here = (data.order.park || []).filter((key) => data.subjects[key].zone_id === zone_id);
    return wantedIn(page.state, [zone_id]) ? page.numbers.parks(here.length) : "";
  }

  return {
    title: data.projects.length ? { zh: "项目", en: "Projects" } : { zh: "表格", en: "Tables" },
    sign: "table",
    layout: "table",
    layers: { zones: true, parks: false, projects: true, findings: false },
    keys: () =>
      (data.order.project || []).filter((key) => isWanted(page.state, /** @type {Project} */ (byKey.get(key)))),
    sheet: () => sheet(page),
    list: () => null,
    legend: () => [signs.narrowed(page), ...signs.kinds(page)],
    style: () => null,
    label(zone) {
      const kind = page.table.kind();
      if (kind === "parks") return parksIn(zone);
      if (kind === "parcels") return "";
      if (!data.projects.length) return ""; // a plan that lists none has no zone without any
      if (!isNarrowed(page.state)) return page.numbers.projects(zone.project_count);
      const isHere = (/** @type {Project} */ project) => project.zone_id && project.zone_ids.includes(zone.zone_id);
      const shown = data.projects.filter((project) => isHere(project) && isWanted(page.state, project));
      return page.numbers.projects(shown.length);
    },
  };
}
