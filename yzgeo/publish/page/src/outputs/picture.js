// The map as a PNG, drawn anew on a canvas: shapes, labels, scale, legend, source and date. Tiles of online basemaps stay
// out: a canvas that holds them cannot be saved.
import { viewName } from "../elements/signs.js";
import { makePen } from "./pen.js";
import { drawLabels } from "./picture_labels.js";
import { drawLegend, LEGEND_PX } from "./picture_legend.js";
import { saveTold } from "./save_told.js";

const SCALE = 2;
const MARGIN = 24;
const HEAD_PX = 64;
const FOOT_PX = 40;
const LEAST_MAP_PX = 420;
const NOTE_PX = 44;

/** @param {Page} page */
export function makePicture(page) {
  const map = page.leaflet;
  const container = map.getContainer();

  /** Elements that the map draws, the lowest first, without images of tiles. @returns {Element[]} */
  function drawings() {
    const panes = [...container.querySelectorAll(".leaflet-map-pane > .leaflet-pane")];
    const height = (/** @type {Element} */ pane) => Number(getComputedStyle(pane).zIndex) || 0;
    panes.sort((a, b) => height(a) - height(b));
    return panes.flatMap((pane) => [...pane.querySelectorAll("canvas, :scope > svg")]);
  }
  /** The scale bar and the north arrow, where they stand on the map. @param {import("./pen.js").Pen} pen */
  function drawScale(pen) {
    const bar = container.querySelector(".yz-scale .bar svg");
    if (!bar) return;
    const { left, top, width, height } = bar.getBoundingClientRect();
    const blocks = Number(bar.getAttribute("data-blocks"));
    pen.canvas.fillStyle = page.theme.variable("--panel");
    pen.canvas.fillRect(left, top, width, height);
    pen.canvas.fillStyle = pen.ink;
    for (let block = 0; block < blocks; block += 2) {
      pen.canvas.fillRect(left + (block * width) / blocks, top, width / blocks, height);
    }
    pen.canvas.strokeStyle = pen.ink;
    pen.canvas.lineWidth = 1;
    pen.canvas.strokeRect(left, top, width, height);
    const [from, to] = [...container.querySelectorAll(".yz-scale .ends span")].map((end) => end.textContent || "");
    pen.write(from, left - 3, top - 5, 11);
    pen.write(to, left + width - 12, top - 5, 11);
    const [x, y] = [left - 26, top - 22];
    pen.trace([[x + 6, y], [x + 11, y + 19], [x + 6, y + 15], [x + 1, y + 19]]); // biome-ignore format: a line of points
    pen.canvas.fillStyle = pen.ink;
    pen.canvas.fill();
    pen.write(page.say("north"), x, y + 32, 11);
  }
  /** All that the map draws, where it stands on the screen. @param {import("./pen.js").Pen} pen */
  async function drawShapes(pen) {
    for (const node of drawings()) {
      const { left, top, width, height } = node.getBoundingClientRect();
      if (node instanceof HTMLCanvasElement) pen.canvas.drawImage(node, left, top, width, height);
      else await pen.draw(/** @type {SVGSVGElement} */ (node), left, top, width, height);
    }
  }
  /** What the map says of its parcels. @param {import("./pen.js").Pen} pen */
  function drawNote(pen) {
    const { left, top } = container.getBoundingClientRect();
    (page.parcels?.lines() || []).forEach((line, index) => {
      const y = top + NOTE_PX + 18 * index;
      pen.setFont(12, false);
      pen.canvas.fillStyle = page.theme.variable("--panel");
      pen.canvas.fillRect(left + 12, y - 13, pen.canvas.measureText(line).width + 12, 18);
      pen.write(line, left + 18, y, 12);
    });
  }
  /** The map in its frame: shapes and labels. @param {import("./pen.js").Pen} pen @param {L.Point} size */
  async function drawMap(pen, size) {
    const { canvas } = pen;
    const frame = container.getBoundingClientRect();
    canvas.save();
    canvas.beginPath();
    canvas.rect(MARGIN, HEAD_PX, size.x, size.y);
    canvas.clip();
    canvas.translate(MARGIN - frame.left, HEAD_PX - frame.top);
    await drawShapes(pen);
    drawLabels(page, pen, container);
    const edge = container.querySelector("canvas.yz-ground-edge");
    if (edge) canvas.drawImage(/** @type {HTMLCanvasElement} */ (edge), frame.left, frame.top, size.x, size.y);
    drawScale(pen);
    drawNote(pen);
    canvas.restore();
    canvas.strokeStyle = page.theme.variable("--hair");
    canvas.strokeRect(MARGIN, HEAD_PX, size.x, size.y);
  }
  /** The sources. */
  function sources() {
    const { plan_version, yzgeo } = page.data.sources;
    const parts = [page.credits(), page.say("plan_version") + plan_version, `yzgeo ${yzgeo}`];
    if (page.state.basemap.name) parts.push(page.say("no_tiles_in_picture"));
    return parts.filter(Boolean).join(" · ");
  }

  async function draw() {
    const size = map.getSize();
    const width = size.x + LEGEND_PX + 3 * MARGIN;
    const height = Math.max(size.y, LEAST_MAP_PX) + HEAD_PX + FOOT_PX;
    const quiet = page.theme.variable("--ink2");
    const canvas = document.createElement("canvas");
    canvas.width = width * SCALE;
    canvas.height = height * SCALE;
    const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
    const pen = makePen(context, page.theme.variable("--ink"));
    context.scale(SCALE, SCALE);
    context.fillStyle = page.theme.variable("--outside");
    context.fillRect(0, 0, width, height);
    pen.write(page.text(page.data.title), MARGIN, 32, 20, { isBold: true });
    const opened = page.subject(page.state.opened);
    const parts = [opened && page.text(opened.name), viewName(page), page.text(page.data.subtitle)];
    const subtitle = parts.filter(Boolean).join(" · ");
    pen.write(subtitle, MARGIN, 52, 12, { colour: quiet });
    page.ground.sharpen(SCALE);
    await drawMap(pen, size);
    page.ground.sharpen(0);
    await drawLegend(page, pen, MARGIN * 2 + size.x, HEAD_PX + 12);
    pen.write(sources(), MARGIN, height - 14, 11, { colour: quiet });
    return canvas;
  }

  /** The shapes of the map alone, so many times as large as on the screen. @param {number} scale */
  async function shapes(scale) {
    const size = map.getSize();
    const frame = container.getBoundingClientRect();
    const canvas = document.createElement("canvas");
    canvas.width = size.x * scale;
    canvas.height = size.y * scale;
    const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
    context.scale(scale, scale);
    context.translate(-frame.left, -frame.top);
    page.ground.sharpen(scale);
    await drawShapes(makePen(context, page.theme.variable("--ink")));
    page.ground.sharpen(0);
    return canvas;
  }

  return {
    draw,
    shapes,
    async save() {
      const canvas = await draw();
      /** @type {Blob | null} */
      const blob = await new Promise((done) => canvas.toBlob(done, "image/png"));
      if (blob) saveTold(page, blob, `${page.download.name()}.png`);
    },
  };
}
