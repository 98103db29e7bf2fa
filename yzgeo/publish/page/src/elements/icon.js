// Small drawings beside words; alone they say nothing, so a button has words or a label too.
import {
  BookOpenText,
  ChevronDown,
  ChevronLeft,
  ChevronRight,
  Columns3,
  Crosshair,
  Download,
  Expand,
  Factory,
  Image,
  LassoSelect,
  Layers,
  ListChecks,
  MapPin,
  Maximize,
  Menu,
  Minus,
  Moon,
  Pentagon,
  Plus,
  Printer,
  Ruler,
  Search,
  Share,
  Sun,
  SunMoon,
  Table2,
  X,
} from "lucide";
import { h } from "preact";

const ICONS = {
  after: ChevronRight,
  area: Pentagon,
  auto: SunMoon,
  before: ChevronLeft,
  close: X,
  compare: Columns3,
  dark: Moon,
  download: Download,
  full: Expand,
  industries: Factory,
  inside: LassoSelect,
  layers: Layers,
  length: Ruler,
  light: Sun,
  map: MapPin,
  menu: Menu,
  minus: Minus,
  picture: Image,
  place: Crosshair,
  plus: Plus,
  print: Printer,
  quote: Share,
  reading: BookOpenText,
  scenarios: ListChecks,
  search: Search,
  table: Table2,
  unfold: ChevronDown,
  whole: Maximize,
};

/** @typedef {keyof typeof ICONS} Sign */

/** @param {Sign} name */
export function icon(name) {
  const shapes = ICONS[name].map(([tag, attributes]) => h(tag, /** @type {object} */ (attributes)));
  return h("svg", { class: "icon", viewBox: "0 0 24 24", "aria-hidden": "true" }, shapes);
}
