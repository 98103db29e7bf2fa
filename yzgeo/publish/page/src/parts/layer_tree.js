/* The tree of layers: what the plan draws, how sure it is, names, and the basemap under it. */
export function makeLayers(page) {
  const m = page.markup;
  const shown = { places: true, uncertainty: false };
  Object.keys(page.layers).forEach((name) => {
    shown[name] = page.leaflet.hasLayer(page.layers[name]);
  });
  const groups = [
    [
      "layers_plan",
      Object.keys(page.layers)
        .filter((name) => name !== "district")
        .reverse(),
    ],
    ["layers_ground", ["uncertainty", "places"].concat(page.layers.district ? ["district"] : [])],
  ];

  function set(name, on) {
    if (shown[name] === on || (name !== "places" && name !== "uncertainty" && !page.layers[name])) return;
    shown[name] = on;
    page.map.toggle(name, on);
    page.redrawLegend();
  }
  function tick(name) {
    const input = m.make("input");
    const row = m.make("label");
    input.type = "checkbox";
    input.checked = shown[name];
    input.addEventListener("change", () => {
      set(name, input.checked);
    });
    return m.add(
      m.make("li"),
      m.add(
        row,
        input,
        document.createTextNode(` ${page.data.layers[name] ? page.text(page.data.layers[name]) : page.say(name)}`),
      ),
    );
  }
  function draw() {
    const box = m.byId("yz-layers");
    const open = box.open;
    m.empty(box);
    m.add(box, m.make("summary", "", page.say("layers")));
    groups.forEach((group) => {
      const part = m.make("fieldset");
      m.add(
        part,
        m.make("legend", "", page.say(group[0])),
        m.add.apply(null, [m.make("ul")].concat(group[1].map(tick))),
      );
      m.add(box, part);
    });
    m.add(box, page.basemaps.choice());
    box.open = open;
  }
  return {
    draw: draw,
    shows: (name) => shown[name],
    /* What a view wants to show; the reader can change it afterwards. */
    enter: (wanted) => {
      Object.keys(wanted).forEach((name) => {
        set(name, wanted[name]);
      });
      draw();
    },
  };
}
