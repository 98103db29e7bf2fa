/* Printing to A4 or A3 landscape: the map refitted to the sheet, with title, legend, source and date. */
export function makePrint(page) {
  const m = page.markup;
  const map = page.leaflet;
  let rule = null;
  let before = null;

  function imprint() {
    const box = m.byId("yz-imprint");
    const told = page.data.sources;
    const now = new Date();
    const date = `${now.getFullYear()}-${(`0${now.getMonth() + 1}`).slice(-2)}-${(`0${now.getDate()}`).slice(-2)}`;
    const edition = (page.lang === "zh" ? "（" : " (") + told.plan_version + (page.lang === "zh" ? "）" : ")");
    const parts = [
      page.viewName(),
      page.say("printed_from") + page.text(page.data.title) + edition,
      page.say("places_from") + page.ifSchematic("places_schematic"),
      `${page.say("unlocated")} ${told.unlocated_projects}`,
      page.say("printed_on") + date,
      `yzgeo ${told.yzgeo}`,
    ];
    m.empty(box);
    parts.forEach((part) => {
      m.add(box, m.make("span", "", part));
    });
  }
  /* Lays the page out as a sheet, on the screen too: the map must know its size before it is printed. */
  function prepare(paper) {
    if (before) return;
    before = { bounds: map.getBounds(), whole: page.map.isWhole(), legend: m.byId("yz-legend").open, folded: folded() };
    before.folded.forEach((id) => {
      m.byId(id).open = true;
    });
    rule = m.make("style", "", `@page { size: ${paper} landscape; margin: 10mm; }`);
    document.head.appendChild(rule);
    document.body.classList.add("printing");
    document.body.dataset.paper = paper;
    m.byId("yz-legend").open = true;
    page.redrawView(); // in the colours of paper, and findings unfolded
    imprint();
    fit();
  }
  /* Lists that paper must show although they are folded: what is not on the map above all. */
  function folded() {
    return Array.prototype.slice
      .call(m.byId("yz-view").querySelectorAll("#yz-unlocated, #yz-parks"))
      .filter((part) => part.open === false)
      .map((part) => part.id);
  }
  function fit() {
    map.invalidateSize({ pan: false, animate: false });
    if (before && !before.whole) map.fitBounds(before.bounds, { animate: false });
    else page.map.home();
    page.map.refresh();
    if (page.views.parcels) page.views.parcels.finish();
  }
  function restore() {
    if (!before) return;
    const was = before;
    document.body.classList.remove("printing");
    delete document.body.dataset.paper;
    document.head.removeChild(rule);
    m.byId("yz-legend").open = was.legend;
    was.folded.forEach((id) => {
      m.byId(id).open = false;
    });
    map.invalidateSize({ pan: false, animate: false });
    if (was.whole) page.map.home();
    else map.fitBounds(was.bounds, { animate: false });
    before = null;
    page.redrawView();
  }
  function ask() {
    const dialog = m.byId("yz-dialog");
    const form = m.make("form");
    const go = m.make("button", "primary", page.say("print"));
    const select = m.make("select");
    m.empty(dialog);
    ["A4", "A3"].forEach((paper) => {
      const option = m.make("option", "", `${paper} ${page.say("landscape")}`);
      option.value = paper;
      m.add(select, option);
    });
    go.type = "submit";
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      dialog.close();
      prepare(select.value);
      (page.views.parcels ? page.views.parcels.settled() : Promise.resolve()).then(() => {
        window.print();
      });
    });
    m.add(
      form,
      m.make("h2", "", page.say("print")),
      m.add(m.make("label", "", `${page.say("paper")} `), select),
      m.make("p", "meta", page.say("print_note")),
    );
    m.add(
      dialog,
      m.add(
        form,
        m.add(
          m.make("div", "buttons"),
          go,
          m.press("", page.say("cancel"), () => {
            dialog.close();
          }),
        ),
      ),
    );
    dialog.setAttribute("aria-label", page.say("print"));
    dialog.showModal();
  }
  window.addEventListener("beforeprint", () => {
    prepare("A4");
  });
  window.addEventListener("afterprint", restore);
  /* While it is printed, a view can tell what it folds on the screen. */
  return { printing: () => Boolean(before), ask: ask, prepare: prepare, restore: restore };
}
