// Tiles from the network wait until the reader asks for them: a page that is opened makes no request. Layers that are
// shown at the opening are held; one that the reader switches on in the layer control loads at once.
(() => {
  const ONLINE = /^(https?:)?\/\//i;
  const STYLE =
    "padding:6px 10px;font:14px sans-serif;color:#222;background:#fff;border:1px solid #777;" +
    "border-radius:4px;cursor:pointer";
  /**
   * @typedef {object} Overridden
   * @property {(map: L.Map) => L.TileLayer} onAdd
   * @property {(place: L.Coords, done: L.DoneCallback) => HTMLElement} createTile
   */
  /** @type {Overridden} */
  // @ts-expect-error Leaflet's types hide what its layers may override
  const { onAdd, createTile } = L.TileLayer.prototype;
  let isOpening = true;
  /** @type {L.TileLayer[]} */
  let held = [];
  /** @type {L.Control | null} */
  let offered = null;
  let room = 0;

  function release() {
    const layers = held;
    held = [];
    if (offered) offered.remove();
    for (const layer of layers) layer.redraw();
  }
  // A control of the map, so that Leaflet stacks it with the scale bar and time sliders; of several maps the largest has it.
  /** @param {L.Map} map */
  function offer(map) {
    const size = map.getSize();
    if (offered && size.x * size.y <= room) return;
    if (offered) offered.remove();
    room = size.x * size.y;
    offered = new L.Control({ position: "bottomleft" });
    offered.onAdd = () => {
      const chinese = document.documentElement.lang !== "en";
      const button = document.createElement("button");
      button.type = "button";
      button.className = "leaflet-control";
      button.textContent = chinese ? "联网加载底图" : "Load the online map";
      button.title = chinese ? "将向地图服务商发出请求" : "asks the map's provider for it";
      button.style.cssText = STYLE;
      L.DomEvent.disableClickPropagation(button);
      button.addEventListener("click", release);
      return button;
    };
    offered.addTo(map);
  }

  L.TileLayer.include({
    /** @this {L.TileLayer} @param {L.Map} map */
    onAdd(map) {
      if (!isOpening) held = held.filter((layer) => layer !== this);
      else if (!held.includes(this)) held.push(this);
      return onAdd.call(this, map);
    },
    /** @this {L.TileLayer & {_url: string, _map: L.Map}} @param {L.Coords} place @param {L.DoneCallback} done */
    createTile(place, done) {
      if (!held.includes(this) || !ONLINE.test(this._url)) return createTile.call(this, place, done);
      offer(this._map);
      const tile = document.createElement("img");
      tile.alt = "";
      tile.src = L.Util.emptyImageUrl; // without a source, browsers draw a frame
      setTimeout(() => done(undefined, tile), 0);
      return tile;
    },
  });
  window.addEventListener("load", () => {
    isOpening = false;
  });
})();
