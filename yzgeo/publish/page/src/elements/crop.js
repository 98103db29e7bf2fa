// A piece of the map around a zone, cut out of the map itself: pieces side by side have one scale.
import { Component, createRef } from "preact";
import { html } from "../html.js";

const SHARPNESS = 3; // the map out of sight is small, and its pieces are shown larger
const LARGER = 1.25;

/** @typedef {{page: Page, zone: Zone, look: string, name: string}} Props `look`: what the map looks different by */

/** The picture that all pieces are cut from, by its look. @type {{look: string, picture: Promise<HTMLCanvasElement> | null}} */
const drawn = { look: "", picture: null };

/** @param {Page} page @param {string} look */
function pictureOf(page, look) {
  if (drawn.look !== look || !drawn.picture) {
    drawn.look = look;
    drawn.picture = new Promise((done) => setTimeout(done)).then(() => {
      page.map.home();
      page.map.refresh();
      return page.picture.shapes(SHARPNESS);
    });
  }
  return drawn.picture;
}

/** Where a piece begins that is to lie on the map, if it is not wider. @param {number} start @param {number} most */
const within = (start, most) => (most < 0 ? start : Math.min(most, Math.max(0, start)));

/** @extends {Component<Props>} */
export class Crop extends Component {
  canvas = /** @type {import("preact").RefObject<HTMLCanvasElement>} */ (createRef());

  componentDidMount() {
    this.cut();
  }

  /** @param {Props} before */
  componentDidUpdate(before) {
    if (before.look !== this.props.look || before.zone !== this.props.zone) this.cut();
  }

  async cut() {
    const { page, zone, look } = this.props;
    const picture = await pictureOf(page, look);
    const canvas = this.canvas.current;
    if (!canvas || look !== this.props.look || !zone.middle) return;
    const sharpness = window.devicePixelRatio || 1;
    const { clientWidth: width, clientHeight: height } = canvas;
    canvas.width = width * sharpness;
    canvas.height = height * sharpness;
    const { x, y } = page.leaflet.latLngToContainerPoint(zone.middle);
    const whole = page.leaflet.getSize();
    const [across, down] = [width / LARGER, height / LARGER];
    const [left, top] = [within(x - across / 2, whole.x - across), within(y - down / 2, whole.y - down)];
    const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
    context.fillStyle = page.theme.variable("--outside");
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.drawImage(
      picture,
      left * SHARPNESS,
      top * SHARPNESS,
      across * SHARPNESS,
      down * SHARPNESS,
      0,
      0,
      canvas.width,
      canvas.height,
    );
  }

  render() {
    return html`<canvas class="crop" ref=${this.canvas} role="img" aria-label=${this.props.name}></canvas>`;
  }
}

/** @param {Page} page @param {Zone} zone */
export function crop(page, zone) {
  const { theme, systemDark, lang, filter } = page.state;
  const look = JSON.stringify([theme, systemDark, lang, filter]);
  return html`<${Crop} page=${page} zone=${zone} look=${look} name=${page.text(page.data.subjects[zone.key].name)} />`;
}
