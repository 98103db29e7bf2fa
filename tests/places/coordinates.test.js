import assert from "node:assert/strict";
import { test } from "node:test";
import { looksProjected, readCoordinates } from "../../yzgeo/publish/places/src/reading/coordinates.js";

/** @type {[number, number]} */
const NEAR = [29.8, 121.6];
const AT = [121.53, 29.77];

/** @param {string} text @param {[number, number]} [near] */
function read(text, near = NEAR) {
  const found = readCoordinates(text, near);
  return found && [found.lon, found.lat];
}

test("decimal degrees in either order, in the signs of either keyboard", () => {
  for (const text of [
    "121.53, 29.77",
    "29.77 121.53",
    "121.53，29.77",
    "１２１．５３，２９．７７",
    "(121.53; 29.77)",
    "121.53\t29.77",
    "121.53°E, 29.77°N",
    "29.77N 121.53E",
    "E121.53 N29.77",
    "东经121.53 北纬29.77",
    "经度：121.53，纬度：29.77",
    "lat=29.77&lon=121.53".replace("&", " "),
    '{"lng": 121.53, "lat": 29.77}',
    "  +121.53 / +29.77 ",
  ]) {
    assert.deepEqual(read(text), AT, text);
  }
});

test("degrees, minutes and seconds", () => {
  for (const text of [
    "121°31′48″E 29°46′12″N",
    "29°46'12\"N, 121°31'48\"E",
    "东经121度31分48秒，北纬29度46分12秒",
    "121 31 48, 29 46 12",
    "E121°31'48'' N29°46'12''",
    "121°31.8′E 29°46.2′N",
    "121 31.8 29 46.2",
    "121º31’48”, 29º46’12”",
    "29°46′12″，121°31.8′",
  ]) {
    assert.deepEqual(read(text), AT, text);
  }
});

test("the south and the west are below nothing", () => {
  assert.deepEqual(read("29.77S 121.53W"), [-121.53, -29.77]);
  assert.deepEqual(read("-121.53, -29.77", [-29, -121]), [-121.53, -29.77]);
  assert.deepEqual(read("121°31′48″W 0°30′0″S"), [-121.53, -0.5]);
});

test("the order is told, and where both numbers may be either it is that which lies nearer", () => {
  assert.equal(readCoordinates("29.77, 121.53", NEAR)?.order, "lat_lon");
  assert.equal(readCoordinates("121.53, 29.77", NEAR)?.order, "lon_lat");
  assert.equal(readCoordinates("29.77N, 121.53E", NEAR)?.order, "named");
  assert.deepEqual(read("44.1, 87.6", [43.8, 87.5]), [87.6, 44.1]);
  assert.deepEqual(read("87.6, 44.1", [43.8, 87.5]), [87.6, 44.1]);
});

test("what is none is refused", () => {
  for (const text of [
    "",
    "121.53",
    "平塘村",
    "121.53, 29.77, 12",
    "121°71′48″E 29°46′12″N",
    "121.5°31′E 29°46′N",
    "29.77N 30.1N",
    "200, 300",
    "1e5, 3",
    "3294000.5, 546000.2",
    "=1+1",
    "<b>121</b>, 29",
    "121 31 -48, 29 46 12",
  ]) {
    assert.equal(read(text), null, text);
  }
  assert.ok(looksProjected("3294000.5, 546000.2"));
  assert.ok(!looksProjected("121.53, 29.77"));
});

test("every whole minute and second of arc survives being written and read", () => {
  for (let i = 0; i < 400; i++) {
    const [lon, lat] = [73 + ((i * 7919) % 225000) / 3600, 4 + ((i * 104729) % 178000) / 3600];
    /** @param {number} value */
    const dms = (value) => {
      const seconds = Math.round(value * 3600);
      return `${Math.floor(seconds / 3600)}°${Math.floor((seconds % 3600) / 60)}′${seconds % 60}″`;
    };
    const found = read(`${dms(lon)}E ${dms(lat)}N`);
    assert.ok(found && Math.abs(found[0] - lon) < 1e-6 && Math.abs(found[1] - lat) < 1e-6, `${lon} ${lat}`);
  }
});
