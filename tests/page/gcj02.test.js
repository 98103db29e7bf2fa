import assert from "node:assert/strict";
import { test } from "node:test";
import { fromWgs84, toWgs84 } from "../../yzgeo/publish/page/src/map/gcj02.js";

// Expected values: `wgs84_to_gcj02` of the package geocoordinates-rs 0.14.2.
const PLACES = [
  { name: "Ningbo", lat: 29.8, lon: 121.55, drawn: { lat: 29.79741107192127, lon: 121.55415246074318 } },
  { name: "Beijing", lat: 39.9, lon: 116.4, drawn: { lat: 39.901403529849404, lon: 116.40624278491117 } },
];
const CENTIMETRE = 1e-7; // of a degree
const MILLIMETRE = 1e-8;

for (const { name, lat, lon, drawn } of PLACES) {
  test(`${name} is drawn where a maintained library has it, and comes back`, () => {
    const shown = fromWgs84(lat, lon);
    assert.ok(Math.abs(shown.lat - drawn.lat) < CENTIMETRE && Math.abs(shown.lon - drawn.lon) < CENTIMETRE);
    const back = toWgs84(shown.lat, shown.lon);
    assert.ok(Math.abs(back.lat - lat) < MILLIMETRE && Math.abs(back.lon - lon) < MILLIMETRE);
  });
}

test("abroad nothing is shifted", () => {
  assert.deepEqual(fromWgs84(48.85, 2.35), { lat: 48.85, lon: 2.35 });
  assert.deepEqual(toWgs84(48.85, 2.35), { lat: 48.85, lon: 2.35 });
});
