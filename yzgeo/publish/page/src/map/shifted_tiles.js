import { toWgs84 } from "./gcj02.js";

/**
 * The parts of Leaflet's tile layer that its types do not tell.
 * @typedef {L.TileLayer & {_map: L.Map, _tileZoom: number, _shift(point: L.Point, zoom: number): L.Point}} Inner
 */
/** @type {{_getTilePos(coords: L.Coords): L.Point, _getTiledPixelBounds(center: L.LatLng): L.Bounds}} */
// @ts-expect-error see Inner
const { _getTilePos, _getTiledPixelBounds } = L.TileLayer.prototype;

/** Tiles drawn in GCJ-02, each put where it truly lies. */
export const ShiftedTiles = /** @type {new (url: string, options: L.TileLayerOptions) => L.TileLayer} */ (
  /** @type {unknown} */ (
    L.TileLayer.extend({
      /**
       * How far, in pixels of the level, what a tile shows at a point lies from where the grid has it.
       * @this {Inner} @param {L.Point} point @param {number} zoom
       */
      _shift(point, zoom) {
        const gcj02 = this._map.unproject(point, zoom);
        const truth = toWgs84(gcj02.lat, gcj02.lng);
        return this._map.project([truth.lat, truth.lon], zoom).subtract(point);
      },
      /** @this {Inner} @param {L.Coords} coords */
      _getTilePos(coords) {
        const size = this.getTileSize();
        const middle = coords.scaleBy(size).add(size.divideBy(2));
        return _getTilePos.call(this, coords).add(this._shift(middle, coords.z).round());
      },
      /** @this {Inner} @param {L.LatLng} center */
      _getTiledPixelBounds(center) {
        const bounds = _getTiledPixelBounds.call(this, center);
        const back = this._shift(bounds.getCenter(), this._tileZoom).round();
        return new L.Bounds(
          /** @type {L.Point} */ (bounds.min).subtract(back),
          /** @type {L.Point} */ (bounds.max).subtract(back),
        );
      },
    })
  )
);
