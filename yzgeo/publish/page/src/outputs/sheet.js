// The composed sheet of the overview, which sheet.py packed into the page: unpacked at once, shown on paper alone.
import { isNarrowed } from "../state/filter.js";
import { unpacked } from "../unpacked.js";

const PACKED = "yz-sheet-packed";
const SHOWN = "yz-sheet";
const PAPER = "@page { size: 420mm 297mm; margin: 0; }";

/** @typedef {{tags: string[]} & Record<Lang, number[]>} Sheets */

/** @param {Page} page */
export function makeSheet(page) {
  const packed = document.getElementById(PACKED);
  /** @type {Sheets | null} */
  let sheets = null;
  const isRead = packed && window.DecompressionStream ? read(packed) : Promise.resolve();

  /** @param {HTMLElement} element */
  async function read(element) {
    sheets = JSON.parse(new TextDecoder().decode(await unpacked(element.textContent || "")));
  }
  /** The sheet in the page's language, as a drawing. @param {Sheets} of */
  function drawing(of) {
    const text = of[page.lang].map((place) => of.tags[place]).join("");
    return document.importNode(new DOMParser().parseFromString(text, "image/svg+xml").documentElement, true);
  }

  return {
    isRead,
    /** Whether the sheet tells what is shown: the overview with nothing opened, nothing left out, and its own ground. */
    isMeant() {
      const { view, opened, basemap } = page.state;
      return sheets !== null && view === "overview" && !opened && !basemap.name && !isNarrowed(page.state);
    },
    /** Puts the sheet into the page in place of all else; only paper shows it. */
    show() {
      if (!sheets) return;
      const sheet = document.createElement("div");
      sheet.id = SHOWN;
      sheet.appendChild(drawing(sheets));
      const rule = document.createElement("style");
      rule.textContent = PAPER;
      sheet.appendChild(rule);
      document.body.appendChild(sheet);
      document.body.classList.add("sheet");
    },
    hide() {
      document.getElementById(SHOWN)?.remove();
      document.body.classList.remove("sheet");
    },
  };
}
