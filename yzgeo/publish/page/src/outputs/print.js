// Printing to A4 or A3 landscape: the map refitted to the sheet, with title, legend, source and date.

/** @param {Page} page */
export function makePrint(page) {
  const map = page.leaflet;
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
    if (before) return;
    const rule = document.createElement("style");
    rule.textContent = `@page { size: ${paper} landscape; margin: 10mm; }`;
    document.head.appendChild(rule);
    before = { bounds: map.getBounds(), isWhole: page.map.isWhole(), rule };
    page.store.change({ printing: paper });
    fit(before.bounds, before.isWhole);
    if (page.parcels) page.parcels.finish();
  }
  function restore() {
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
    if (page.parcels) await page.parcels.settled();
    window.print();
  }
  window.addEventListener("beforeprint", () => prepare("A4"));
  window.addEventListener("afterprint", restore);
  return { prepare, restore, print };
}
