// Tiles from the network wait until the reader asks for them: a page that is opened makes no request. Layers that are
// shown at the opening are held; one that the reader switches on in the layer control loads at once.
(() => {
  const ONLINE = /^(https?:)?\/\//i;
  const STYLE =
    "position:fixed;left:10px;bottom:10px;z-index:10000;padding:6px 10px;font:14px sans-serif;" +
    "color:#222;background:#fff;border:1px solid #777;border-radius:4px;cursor:pointer";
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
  /** @type {HTMLButtonElement | null} */
  let button = null;

  function release() {
    const layers = held;
    held = [];
    if (button) button.remove();
    for (const layer of layers) layer.redraw();
  }
  function offer() {
    if (button) return;
    const chinese = document.documentElement.lang !== "en";
    button = document.createElement("button");
    button.type = "button";
    button.textContent = chinese ? "联网加载底图" : "Load the online map";
    button.title = chinese ? "将向地图服务商发出请求" : "asks the map's provider for it";
    button.style.cssText = STYLE;
    button.addEventListener("click", release);
    document.body.appendChild(button);
  }

  L.TileLayer.include({
    /** @this {L.TileLayer} @param {L.Map} map */
    onAdd(map) {
      if (!isOpening) held = held.filter((layer) => layer !== this);
      else if (!held.includes(this)) held.push(this);
      return onAdd.call(this, map);
    },
    /** @this {L.TileLayer & {_url: string}} @param {L.Coords} place @param {L.DoneCallback} done */
    createTile(place, done) {
      if (!held.includes(this) || !ONLINE.test(this._url)) return createTile.call(this, place, done);
      offer();
      const tile = document.createElement("img");
      tile.alt = "";
      setTimeout(() => done(undefined, tile), 0);
      return tile;
    },
  });
  window.addEventListener("load", () => {
    isOpening = false;
  });
})();
