// Beside a table, what is pointed at, chosen or opened is named on the map, with a line that leads to it.
import { render } from "preact";
import { byId, html } from "../html.js";

const EDGE_PX = 14;
const TOP_PX = 16;
const GAP_PX = 8;
const LEAST_PX = 140;
const DROP_PX = 12;
const FOOT_PX = 40; // the scale and the sources
const PARCEL_PX = 8;

/** What is called out: where it is on the map, how far around it its mark reaches, and the lines of the box. @typedef {{x: number, y: number, reach: number, lines: string[], isRinged?: boolean}} Called */

/** @param {Page} page @param {ReturnType<typeof import("./marks.js").makeMarks>} marks */
export function makeCallout(page, marks) {
  const map = page.leaflet;
  const box = document.createElement("div");
  box.id = "yz-callout";
  box.setAttribute("aria-hidden", "true"); // the row says the same
  map.getContainer().appendChild(box);
  const byKey = new Map(page.data.projects.map((project) => [project.key, project]));
  const zoneName = (/** @type {string | null | undefined} */ id) => {
    const zone = page.data.zones.find(({ zone_id }) => zone_id === id);
    return zone ? page.text(zone.shortest) : "";
  };
  const line = (/** @type {(string | null | undefined | false)[]} */ words) => words.filter(Boolean).join(" · ");

  /** @param {Project} project @returns {Called | null} */
  function calledProject(project) {
    const mark = marks.shown().find(({ all }) => all.includes(project));
    if (!mark) return null;
    const list = project.list && page.data.downloads.words[project.list];
    const said = line([page.numbers.investment(project), zoneName(project.zone_id), list && page.text(list)]);
    const sum = `${page.numbers.items(mark.wanted.length)} · ${page.numbers.invested(mark.wanted)}`;
    return calledAt(mark, project.key, [said, `${page.say("wanted_here")} ${sum}`]);
  }
  /** @param {Key} key @returns {Called | null} */
  function calledPark(key) {
    const mark = marks.shown().find(({ allParks }) => allParks.includes(key));
    if (!mark) return null;
    const { note, zone_id } = page.data.subjects[key];
    const count = mark.parks.length > 1 && page.numbers.parks(mark.parks.length);
    const said = line([zoneName(zone_id), note && page.text(note)]);
    return calledAt(mark, key, [said, line([page.text(mark.host.name), count])]);
  }
  /** @param {import("./marks.js").Shown} mark @param {Key} key @param {string[]} lines @returns {Called} */
  function calledAt(mark, key, lines) {
    const { x, y } = map.layerPointToContainerPoint([mark.x, mark.y]);
    return { x, y, reach: marks.reach(mark) + 6, lines: [page.text(page.data.subjects[key].name), ...lines] };
  }
  /** @param {Key} key @returns {Called | null} */
  function calledParcel(key) {
    const parcel = page.parcels?.lookUp(key);
    if (!parcel) return null;
    const { x, y } = map.latLngToContainerPoint(parcel.bounds.getCenter());
    const [low, high] = [parcel.bounds.getSouthWest(), parcel.bounds.getNorthEast()].map((one) =>
      map.latLngToContainerPoint(one),
    );
    const half = Math.max(high.x - low.x, low.y - high.y) / 2;
    return { x, y, reach: Math.max(PARCEL_PX, half), lines: parcel.lines, isRinged: half < PARCEL_PX };
  }
  /** @param {Key} key */
  function called(key) {
    const project = byKey.get(key);
    if (project) return calledProject(project);
    if (page.data.subjects[key]?.kind === "park") return calledPark(key);
    return key.startsWith("parcel:") ? calledParcel(key) : null;
  }
  function draw() {
    const { hovered, selected, opened } = page.state;
    const key = page.view.layout === "table" ? hovered || selected || opened : null;
    const found = key ? called(key) : null;
    const { x, y } = map.getSize();
    const isSeen = found && found.x >= 0 && found.y >= 0 && found.x <= x && found.y <= y;
    render(isSeen ? content(found) : null, box);
    if (isSeen) place(found);
  }
  /** @param {Called} found */
  function content({ x, y, lines: [title, said, here], isRinged }) {
    return html`<svg class="leader"><line /></svg>
      ${isRinged ? html`<i class="ringed" style=${{ left: `${x}px`, top: `${y}px` }}></i>` : null}
      <div class="box">
        <b>${title}</b>
        ${said ? html`<span>${said}</span>` : null}
        ${here ? html`<span class="meta">${here}</span>` : null}
      </div>`;
  }
  /** Puts the box clear of what it names, of the tools and of what is said of the map, and leads the line to it. @param {Called} found */
  function place(found) {
    const words = /** @type {HTMLElement} */ (box.querySelector(".box"));
    const frame = map.getContainer().getBoundingClientRect();
    const hands = byId("yz-hands").getBoundingClientRect();
    const right = (hands.width ? hands.left - frame.left : frame.width) - GAP_PX;
    words.style.maxWidth = `min(15rem, ${Math.max(LEAST_PX, right - EDGE_PX)}px)`;
    const { offsetWidth: width, offsetHeight: height } = words;
    const note = document.getElementById("yz-parcel-note")?.getBoundingClientRect();
    const top = note?.height ? note.bottom - frame.top + GAP_PX : TOP_PX;
    const spot = spotOf(found, { width, height, top, right, bottom: frame.height - FOOT_PX });
    Object.assign(words.style, { left: `${spot.left}px`, top: `${spot.from}px` });
    const line = /** @type {Element} */ (box.querySelector("line"));
    const ends = { ...spot.end, ...rimOf(found, spot.end) };
    for (const [name, value] of Object.entries(ends)) line.setAttribute(name, String(value));
  }
  map.on("move zoomend", draw);
  return { draw };
}

/** @typedef {{width: number, height: number, top: number, right: number, bottom: number}} Room the box, and the edges that it keeps within */

/**
 * Where the box stands, above what it names, or else below, or beside where the map is too low; and where its line begins.
 * @param {Pick<Called, "x" | "y" | "reach">} called @param {Room} room
 */
export function spotOf({ x, y, reach }, { width, height, top, right, bottom }) {
  const far = reach + DROP_PX;
  const left = Math.max(EDGE_PX, Math.min(right - width, x - width / 2));
  const x1 = Math.max(left + GAP_PX, Math.min(left + width - GAP_PX, x));
  if (y - far >= top + height) return { left, from: top, end: { x1, y1: top + height } };
  if (y + far + height <= bottom) return { left, from: y + far, end: { x1, y1: y + far } };
  const isRight = x > right / 2;
  const side = isRight ? Math.max(EDGE_PX, x - far - width) : Math.min(right - width, x + far);
  const from = Math.max(GAP_PX, Math.min(bottom - height, y - height / 2));
  return { left: side, from, end: { x1: isRight ? side + width : side, y1: from + height / 2 } };
}

/** Where the line meets the ring around what is named. @param {Pick<Called, "x" | "y" | "reach">} called @param {{x1: number, y1: number}} end */
function rimOf({ x, y, reach }, { x1, y1 }) {
  const far = Math.hypot(x1 - x, y1 - y) || 1;
  return { x2: x + ((x1 - x) * reach) / far, y2: y + ((y1 - y) * reach) / far };
}
