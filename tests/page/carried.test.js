import assert from "node:assert/strict";
import { test } from "node:test";
import { atOf, carriedBy, carriedIn, loaded, placeOf } from "../../yzgeo/publish/page/src/state/carried.js";

const USUAL = { lang: /** @type {Lang} */ ("zh"), shown: { zones: true, parks: false } };

test("a page as it opens carries nothing", () => {
  assert.deepEqual(carriedIn({ ...USUAL, at: null }, USUAL), []);
  assert.deepEqual(carriedBy("#zone=ming"), {});
});

test("what is carried comes back", () => {
  const state = {
    lang: /** @type {Lang} */ ("en"),
    at: atOf(29.81234, 121.5, 12.25),
    shown: { zones: false, parks: true },
  };
  const hash = loaded("#zone=ming", carriedIn(state, USUAL));
  assert.equal(hash, "#zone=ming&layers=-zones,parks&at=29.8123,121.5000,12.25&lang=en");
  assert.deepEqual(carriedBy(hash), {
    lang: "en",
    at: "29.8123,121.5000,12.25",
    layers: { zones: false, parks: true },
  });
  assert.deepEqual(placeOf("29.8123,121.5000,12.25"), { lat: 29.8123, lon: 121.5, zoom: 12.25 });
});

test("what is no place, no language and no layer is left alone", () => {
  for (const at of ["", "1,2", "91,0,3", "0,200,3", "a,b,c", "1,2,3,4", "NaN,0,1"]) assert.equal(placeOf(at), null);
  assert.deepEqual(carriedBy("#lang=fr&at=x&layers="), { layers: {} });
});
