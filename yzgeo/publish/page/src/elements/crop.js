// A piece of the map around a zone, cut out of the map itself: pieces side by side have one scale.
import { Component, createRef } from "preact";
import { html } from "../html.js";
import { metresPerPixel } from "../map/ground_brush.js";
import { scaleOf } from "../map/scale.js";
import { makePen } from "../outputs/pen.js";
import { around, scaleOfPieces } from "./crop_frame.js";

const SHARPNESS = 2;
const BORDER = 0.25; // of the map, around the whole plan: a piece at the plan's edge reaches beyond it
const BAR_PX = 5;
const MOST_BAR_PX = 60;

/** @typedef {import("./crop_frame.js").Box} Box */
/** @typedef {{picture: HTMLCanvasElement, boxes: Map<string, Box>, metrePx: number}} Drawn what all pieces are cut from */
/**
 * @typedef {object} Props
 * @property {Page} page @property {Zone} zone @property {Zone[]} beside all that stand side by side
 * @property {string} look what the map looks different by @property {string} name
 */

/** The picture that all pieces are cut from, by its look. @type {{look: string, made: Promise<Drawn> | null}} */
const last = { look: "", made: null };

/** @param {Page} page @param {string} look */
function drawnFor(page, look) {
  if (last.look !== look || !last.made) {
    last.look = look;
    last.made = new Promise((done) => setTimeout(done)).then(() => draw(page));
  }
  return last.made;
}

/** @param {Page} page @returns {Promise<Drawn>} */
async function draw(page) {
  const { leaflet: map, data } = page;
  map.invalidateSize({ pan: false, animate: false });
  map.fitBounds(data.bounds, { padding: map.getSize().multiplyBy(BORDER), animate: false });
  page.map.refresh();
  const boxes = new Map(data.zones.flatMap((zone) => (zone.middle ? [[zone.zone_id, boxOf(page, zone)]] : [])));
  const metrePx = 1 / metresPerPixel(map);
  const picture = await page.picture.shapes(SHARPNESS);
  page.map.home();
  return { picture, boxes, metrePx };
}

/** A zone and its marks, in pixels of the map. @param {Page} page @param {Zone} zone @returns {Box} */
function boxOf(page, { key, zone_id, middle }) {
  const { leaflet: map } = page;
  const bounds = page.map.byKey[key]?.getBounds() || L.latLngBounds([/** @type {[number, number]} */ (middle)]);
  const [low, high] = [bounds.getSouthWest(), bounds.getNorthEast()].map((at) => map.latLngToContainerPoint(at));
  const marks = page.map.marks().filter(({ host }) => host.zone_id === zone_id);
  return around([
    { left: low.x, top: high.y, right: high.x, bottom: low.y },
    ...marks.map(({ x, y, radius }) => {
      const at = map.layerPointToContainerPoint([x, y]);
      return { left: at.x - radius, top: at.y - radius, right: at.x + radius, bottom: at.y + radius };
    }),
  ]);
}

/** @extends {Component<Props>} */
export class Crop extends Component {
  canvas = /** @type {import("preact").RefObject<HTMLCanvasElement>} */ (createRef());
  watcher = new ResizeObserver(() => this.cut());

  componentDidMount() {
    if (this.canvas.current) this.watcher.observe(this.canvas.current); // which cuts it a first time
  }

  componentWillUnmount() {
    this.watcher.disconnect();
  }

  /** @param {Props} before */
  componentDidUpdate(before) {
    const { look, zone, beside } = this.props;
    if (before.look !== look || before.zone !== zone || String(idsOf(before.beside)) !== String(idsOf(beside)))
      this.cut();
  }

  async cut() {
    const { page, zone, look, beside } = this.props;
    const { picture, boxes, metrePx } = await drawnFor(page, look);
    const canvas = this.canvas.current;
    const box = boxes.get(zone.zone_id);
    if (!canvas || look !== this.props.look || !box) return;
    const sharpness = window.devicePixelRatio || 1;
    const { clientWidth: width, clientHeight: height } = canvas;
    if (!width) return;
    const shown = idsOf(beside).flatMap((id) => boxes.get(id) || []);
    const larger = scaleOfPieces(shown, width, height);
    canvas.width = width * sharpness;
    canvas.height = height * sharpness;
    canvas.dataset.scale = String(larger);
    const [across, down] = [width / larger, height / larger];
    const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
    context.scale(sharpness, sharpness);
    context.fillStyle = page.theme.variable("--outside");
    context.fillRect(0, 0, width, height);
    context.drawImage(
      picture,
      ((box.left + box.right - across) / 2) * SHARPNESS,
      ((box.top + box.bottom - down) / 2) * SHARPNESS,
      across * SHARPNESS,
      down * SHARPNESS,
      0,
      0,
      width,
      height,
    );
    drawBar(page, context, metrePx * larger, width, height);
  }

  render() {
    return html`<canvas class="crop" ref=${this.canvas} role="img" aria-label=${this.props.name}></canvas>`;
  }
}

/** The scale bar in the lower right corner. @param {Page} page @param {CanvasRenderingContext2D} context @param {number} metrePx @param {number} width @param {number} height */
function drawBar(page, context, metrePx, width, height) {
  const { metres, px, blocks } = scaleOf(metrePx, MOST_BAR_PX);
  const pen = makePen(context, page.theme.variable("--ink"));
  const told = page.numbers.metres(metres);
  pen.setFont(11, false);
  const [left, top] = [width - px - 16, height - 12];
  context.strokeStyle = page.theme.variable("--panel");
  context.lineWidth = 3;
  context.lineJoin = "round";
  const ends = /** @type {[string, number][]} */ ([
    ["0", left - 3],
    [told, width - 8 - context.measureText(told).width],
  ]);
  for (const [words, x] of ends) {
    context.strokeText(words, x, top - 4);
    pen.write(words, x, top - 4, 11);
  }
  context.fillStyle = page.theme.variable("--panel");
  context.fillRect(left, top, px, BAR_PX);
  context.fillStyle = pen.ink;
  for (let block = 0; block < blocks; block += 2)
    context.fillRect(left + (block * px) / blocks, top, px / blocks, BAR_PX);
  context.strokeStyle = pen.ink;
  context.lineWidth = 1;
  context.strokeRect(left, top, px, BAR_PX);
}

/** @param {Zone[]} zones */
const idsOf = (zones) => zones.map(({ zone_id }) => zone_id);

/** @param {Page} page @param {Zone} zone @param {Zone[]} beside */
export function crop(page, zone, beside) {
  const { theme, systemDark, lang, filter, printing } = page.state;
  const look = JSON.stringify([theme, systemDark, lang, filter, printing !== null]);
  const name = page.text(page.data.subjects[zone.key].name);
  return html`<${Crop} page=${page} zone=${zone} beside=${beside} look=${look} name=${name} />`;
}
