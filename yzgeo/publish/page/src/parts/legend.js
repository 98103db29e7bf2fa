/* What the signs of the map mean: each entry is a small drawing and a text. A view puts its own together. */
export function makeLegend(page) {
  const m = page.markup;
  const svg = m.svg;

  function entry(shapes, words, height) {
    const icon = svg("svg", {
      width: 30,
      height: height || 16,
      viewBox: `0 0 30 ${height || 16}`,
      "aria-hidden": "true",
    });
    shapes.forEach((shape) => {
      icon.appendChild(shape);
    });
    return m.add(m.make("li"), icon, m.make("span", "", words));
  }
  function half(row) {
    row.className = "half";
    return row;
  }
  function box(more, words) {
    return entry([svg("rect", Object.assign({ x: 3, y: 2, width: 24, height: 12, class: "sign" }, more))], words);
  }
  function disc(more, words) {
    return entry([svg("circle", Object.assign({ cx: 15, cy: 8, r: 6, class: "sign" }, more))], words);
  }

  /* What the reader switched on or chose, in whatever view. */
  function ofState() {
    const key = page.state.opened;
    const subject = page.data.subjects[key] || {};
    const shape = page.map.drawn[key];
    const found = [];
    const rings = shape?.home || (subject.projects || []).some((one) => page.map.drawn[one]);
    if (rings)
      found.push(
        entry(
          [
            svg("circle", { cx: 15, cy: 8, r: 4, class: "sign" }),
            svg("circle", { cx: 15, cy: 8, r: 7, class: "sign none chosen" }),
          ],
          page.say("legend_chosen"),
        ),
      );
    if (page.layerTree.shows("uncertainty") || (shape?.home && subject.uncertainty_m))
      found.push(disc({ r: 7, class: "sign none", "stroke-dasharray": "2 4" }, page.say("legend_uncertainty")));
    /* The legend goes along on paper and in pictures. */
    if (page.invented()) found.push(m.add(m.make("li", "caution"), m.make("span", "", page.invented())));
    return found;
  }

  return {
    outlines: () => {
      const entries = [];
      if (page.data.bases.indexOf("schematic") >= 0)
        entries.push(box({ "stroke-dasharray": "4 3" }, page.say("legend_schematic")));
      if (page.data.bases.indexOf("official") >= 0) entries.push(box({}, page.say("legend_official")));
      return entries;
    },
    project: () => disc({ "fill-opacity": 0.6 }, page.say("legend_project")),
    owner: () => disc({ "fill-opacity": 0.2, "stroke-dasharray": "3 2" }, page.say("legend_owner")),
    park: () => disc({ r: 4, class: "sign open" }, page.say("legend_park")),
    newLand: () => disc({ "fill-opacity": 0.6 }, page.say("legend_new_land")),
    reuse: () => disc({ class: "sign open", "stroke-width": 3 }, page.say("legend_reuse")),
    flagged: () => disc({ class: "sign flagged" }, page.say("legend_flagged")),
    unflagged: () => disc({ class: "sign", opacity: 0.5 }, page.say("legend_unflagged")),
    hatched: () =>
      entry(
        [
          svg("rect", {
            x: 3,
            y: 2,
            width: 24,
            height: 12,
            fill: `url(#yz-hatch-${page.data.zones[0].zone_id})`,
            stroke: page.data.zones[0].colour,
          }),
        ],
        page.say("legend_hatched"),
      ),
    half: () =>
      entry(
        [
          svg("path", { d: "M3 2h11L3 13Z", fill: "var(--symbol)" }),
          svg("rect", { x: 3, y: 2, width: 11, height: 11, class: "sign none" }),
        ],
        page.say("legend_half"),
      ),
    sizes: () => {
      const discs = [1, 5, 20].map((investment) => {
        const r = 4 + 2.2 * Math.sqrt(investment);
        return svg("circle", { cx: 15, cy: 28 - r, r: r, class: "sign none" });
      });
      return entry(discs, page.say("legend_sizes"), 30);
    },
    swatch: (colour, words) => half(entry([svg("circle", { cx: 15, cy: 8, r: 6, style: `fill:${colour}` })], words)),
    flag: () => m.add(m.make("li"), m.make("span", "flag sample", "⚑"), m.make("span", "", page.say("legend_flag"))),
    /* First of all, so that it stands on paper and in pictures too. */
    narrowed: () =>
      page.narrowed()
        ? [m.add(m.make("li", "narrowed"), m.make("span", "", page.say("narrowed_to") + page.narrowed()))]
        : [],
    spread: () => m.add(m.make("li", "note"), m.make("span", "", page.say("legend_spread"))),
    draw: (entries) => {
      const box = m.byId("yz-legend");
      const open = box.open;
      entries = entries.concat(ofState());
      m.empty(box);
      m.add(box, m.make("summary", "", page.say("legend")), m.add.apply(null, [m.make("ul")].concat(entries)));
      box.open = open;
    },
  };
}
