// Beside a table, what is pointed at or opened is named on the map, with a line that leads to its mark.
import { render } from "preact";
import { html } from "../html.js";

const EDGE_PX = 14;
const TOP_PX = 16;

/** @param {Page} page @param {ReturnType<typeof import("./marks.js").makeMarks>} marks */
export function makeCallout(page, marks) {
  const map = page.leaflet;
  const box = document.createElement("div");
  box.id = "yz-callout";
  box.setAttribute("aria-hidden", "true"); // the row says the same
  map.getContainer().appendChild(box);
  const byKey = new Map(page.data.projects.map((project) => [project.key, project]));

  /** @param {Project} project */
  function said(project) {
    const zone = page.data.zones.find(({ zone_id }) => zone_id === project.zone_id);
    const list = project.list && page.data.downloads.words[project.list];
    return [page.numbers.investment(project), zone && page.text(zone.shortest), list && page.text(list)].filter(
      Boolean,
    );
  }
  function draw() {
    const key = page.state.hovered || page.state.opened;
    const project = key ? byKey.get(key) : undefined;
    const mark = marks.shown().find(({ all }) => project && all.includes(project));
    const isCalled = page.view.layout === "table" && mark && project;
    render(isCalled ? content(project, mark) : null, box);
  }
  /** @param {Project} project @param {import("./marks.js").Shown} mark */
  function content(project, mark) {
    const at = map.layerPointToContainerPoint([mark.x, mark.y]);
    const reach = marks.reach(mark) + 6;
    const { x: width } = map.getSize();
    const isLow = at.y < 150; // the box would cover the mark
    const top = isLow ? at.y + reach + 40 : TOP_PX;
    const height = isLow ? 0 : Math.max(0, at.y - reach - TOP_PX);
    const x = Math.min(width - EDGE_PX - 4, Math.max(EDGE_PX + 4, at.x));
    const here = `${page.say("wanted_here")} ${page.numbers.items(mark.wanted.length)} · ${page.numbers.invested(mark.wanted)}`;
    const line = isLow
      ? { left: `${x}px`, top: `${at.y + reach}px`, height: "40px" }
      : { left: `${x}px`, top: `${TOP_PX}px`, height: `${height}px` };
    const place = { top: `${top}px`, right: `${EDGE_PX}px` };
    return html`<i class="leader" style=${line}></i>
      <div class="box" style=${place}>
        <b>${page.text(page.data.subjects[project.key].name)}</b>
        <span>${said(project).join(" · ")}</span>
        <span class="meta">${here}</span>
      </div>`;
  }
  map.on("move zoomend", draw);
  return { draw };
}
