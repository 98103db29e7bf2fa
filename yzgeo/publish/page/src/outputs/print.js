// Printing: the overview as the composed sheet; else to A4 or A3 landscape, the map refitted to the paper, with title,
// legend, source and date.
import { makeSheet } from "./sheet.js";
import { stillCopies } from "./still.js";

/** In place of a paper: the composed sheet, which has its own. */
export const SHEET = "sheet";

/** @param {Page} page */
export function makePrint(page) {
  const map = page.leaflet;
  const sheet = makeSheet(page);
  let isSheet = false;
  /** Takes the copies away that were printed. */
  let unstill = () => {};
  /** @type {{bounds: L.LatLngBounds, isWhole: boolean, rule: HTMLStyleElement} | null} */
  let before = null;

  /** @param {L.LatLngBounds} bounds @param {boolean} isWhole */
  function fit(bounds, isWhole) {
    map.invalidateSize({ pan: false, animate: false });
    if (isWhole) page.map.home();
    else map.fitBounds(bounds, { animate: false });
    page.map.refresh();
  }
  /** Lays the page out as a sheet, on the screen too: the map must know its size before it is printed. @param {string} paper */
  function prepare(paper) {
    if (before || isSheet) return;
    if (paper === SHEET) {
      isSheet = true;
      sheet.show();
      return;
    }
    const rule = document.createElement("style");
    rule.textContent = `@page { size: ${paper} landscape; margin: 10mm; }`;
    document.head.appendChild(rule);
    before = { bounds: map.getBounds(), isWhole: page.map.isWhole(), rule };
    page.store.change({ printing: paper });
    fit(before.bounds, before.isWhole);
    if (page.parcels) page.parcels.finish();
  }
  function restore() {
    unstill();
    unstill = () => {};
    if (isSheet) sheet.hide();
    isSheet = false;
    if (!before) return;
    const { bounds, isWhole, rule } = before;
    before = null;
    document.head.removeChild(rule);
    page.store.change({ printing: null });
    fit(bounds, isWhole);
  }
  /** @param {string} paper */
  async function print(paper) {
    prepare(paper);
    if (page.parcels && paper !== SHEET) await page.parcels.settled();
    window.print();
  }
  window.addEventListener("beforeprint", () => {
    prepare(sheet.isMeant() ? SHEET : "A4");
    if (!isSheet) unstill = stillCopies(document.querySelectorAll("#yz-map canvas, #yz-compare canvas"));
  });
  window.addEventListener("afterprint", restore);
  return { prepare, restore, print, hasSheet: sheet.isMeant, isRead: sheet.isRead };
}
