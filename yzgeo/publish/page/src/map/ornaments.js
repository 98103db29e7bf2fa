/* What every map has in its margin: the scale, north, and whose data it is. */
export function makeOrnaments(page) {
  const map = page.leaflet;
  const svg = page.markup.svg;
  const letter = page.markup.make("span");

  const Scale = L.Control.Scale.extend({
    _updateMetric: function (most) {
      const metres = this._getRoundNum(most);
      const zh = page.lang === "zh";
      this._updateScale(
        this._mScale,
        metres < 1000 ? metres + (zh ? " 米" : " m") : metres / 1000 + (zh ? " 公里" : " km"),
        metres / most,
      );
    },
  });
  const home = L.control({ position: "topright" });
  const back = page.markup.press("whole-district", "", () => {
    page.map.home();
  });
  home.onAdd = () => {
    const box = L.DomUtil.create("div", "leaflet-bar");
    L.DomEvent.disableClickPropagation(box);
    return page.markup.add(box, back);
  };
  home.addTo(map);
  const scale = new Scale({ imperial: false }).addTo(map);
  const north = L.control({ position: "topright" });
  north.onAdd = () => {
    const box = L.DomUtil.create("div", "north");
    const arrow = svg("svg", { width: 16, height: 22, viewBox: "0 0 16 22", "aria-hidden": "true" });
    return page.markup.add(
      box,
      page.markup.add(arrow, svg("path", { d: "M8 0 14 21 8 16 2 21Z", fill: "currentColor" })),
      letter,
    );
  };
  north.addTo(map);
  map.attributionControl.setPrefix(false).addAttribution("GeoNames (CC BY 4.0)");

  function draw() {
    const container = map.getContainer();
    back.textContent = page.say("whole_short");
    back.title = page.say("whole");
    back.setAttribute("aria-label", page.say("whole"));
    letter.textContent = page.say("north");
    scale._update();
    container.setAttribute("role", "region");
    container.setAttribute("aria-label", page.say("map"));
    [
      ["in", "zoom_in"],
      ["out", "zoom_out"],
    ].forEach((pair) => {
      const button = container.querySelector(`.leaflet-control-zoom-${pair[0]}`);
      button.title = page.say(pair[1]);
      button.setAttribute("aria-label", page.say(pair[1]));
    });
  }
  return { draw: draw };
}
