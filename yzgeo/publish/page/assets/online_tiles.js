/* Tiles from the network wait until the reader asks for them: a page that is opened makes no request. Layers that are
   shown at the opening are held; one that the reader switches on in the layer control loads at once. */
(() => {
  let opening = true;
  let held = [];
  let button = null;

  function release() {
    const layers = held;
    held = [];
    button.remove();
    layers.forEach((layer) => {
      layer.redraw();
    });
  }
  function offer() {
    if (button) return;
    const zh = document.documentElement.lang !== "en";
    button = document.createElement("button");
    button.type = "button";
    button.textContent = zh ? "联网加载底图" : "Load the online map";
    button.title = zh ? "将向地图服务商发出请求" : "asks the map's provider for it";
    button.style.cssText =
      "position:fixed;left:10px;bottom:10px;z-index:10000;padding:6px 10px;font:14px sans-serif;" +
      "color:#222;background:#fff;border:1px solid #777;border-radius:4px;cursor:pointer";
    button.addEventListener("click", release);
    document.body.appendChild(button);
  }
  const added = L.TileLayer.prototype.onAdd;
  L.TileLayer.include({
    onAdd: function (map) {
      if (opening && held.indexOf(this) < 0) held.push(this);
      else if (!opening)
        held = held.filter(function (layer) {
          return layer !== this;
        }, this);
      return added.call(this, map);
    },
  });
  const made = L.TileLayer.prototype.createTile;
  L.TileLayer.include({
    createTile: function (place, done) {
      if (held.indexOf(this) < 0 || !/^(https?:)?\/\//i.test(this._url)) return made.call(this, place, done);
      offer();
      const tile = document.createElement("img");
      tile.alt = "";
      setTimeout(() => {
        done(null, tile);
      }, 0);
      return tile;
    },
  });
  window.addEventListener("load", () => {
    opening = false;
  });
})();
