// Nothing is carried along: every text of the page is said somewhere, every class and variable of its styles is used.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import test from "node:test";
import { fileURLToPath } from "node:url";
import { TEXTS } from "../../yzgeo/publish/page/src/words/texts.js";

const ROOM = fileURLToPath(new URL("../../yzgeo/publish/page/", import.meta.url));

/** All text of the files below a folder whose names match. @param {string} folder @param {RegExp} names */
function textOf(folder, names) {
  const files = readdirSync(ROOM + folder, { recursive: true, encoding: "utf8" }).filter((name) => names.test(name));
  assert.ok(files.length);
  return files.map((name) => readFileSync(`${ROOM}${folder}/${name}`, "utf8")).join("\n");
}

const sources = textOf("src", /^(?!words.[a-z]+_texts\.js).*\.js$/);
const written = textOf("", /^\w+\.py$/);
const styles = textOf("assets", /\.css$/).replace(/\/\*[\s\S]*?\*\//g, "");

/** The beginnings and ends of names that are put together, such as `legend_${name}`. */
const composed = [...sources.matchAll(/`(\w*)\$\{[^`{}]*\}(\w*)`/g)].filter(
  ([, before, after]) => (before + after).length > 4,
);

/** @param {string} key */
function isSaid(key) {
  const isNamed = new RegExp(`["'\`.]${key}\\b`).test(sources) || new RegExp(`\\b${key}:`).test(sources);
  return isNamed || composed.some(([, before, after]) => key.startsWith(before) && key.endsWith(after));
}

test("every text is said somewhere, in both languages", () => {
  assert.ok(!isSaid("no_such_text_at_all"));
  assert.deepEqual(
    Object.keys(TEXTS).filter((key) => !isSaid(key)),
    [],
  );
  for (const [key, { zh, en }] of Object.entries(TEXTS)) assert.equal(Boolean(zh), Boolean(en), key); // a ratio has no unit
});

test("every class and id in the styles is one that the page has", () => {
  const names = new Set([...`${sources} ${written}`.matchAll(/[\w-]+/g)].map(([name]) => name));
  const starts = [...sources.matchAll(/[\s"'`]([\w-]*-)\$\{/g)].map(([, start]) => start);
  const selectors = styles.replace(/\{[^{}]*\}/g, "{}");
  const styled = new Set([...selectors.matchAll(/[.#]([A-Za-z][\w-]*)/g)].map(([, name]) => name));
  const isLeaflets = (/** @type {string} */ name) => name.startsWith("leaflet-");
  const isKnown = (/** @type {string} */ name) => names.has(name) || starts.some((start) => name.startsWith(start));
  assert.ok(styled.size > 100);
  assert.deepEqual(
    [...styled].filter((name) => !isLeaflets(name) && !isKnown(name)),
    [],
  );
});

test("every variable of the styles is read, and every one that is read is set", () => {
  const set = new Set([...`${styles} ${sources}`.matchAll(/(--[\w-]+)["'`]?\s*:/g)].map(([, name]) => name));
  const read = new Set([...`${styles} ${sources}`.matchAll(/var\((--[\w-]+)/g)].map(([, name]) => name));
  const byName = new Set([...sources.matchAll(/["'`]([a-z][\w-]*|--[\w-]+)["'`]/g)].map(([, name]) => name));
  const isNamed = (/** @type {string} */ name) => byName.has(name) || byName.has(name.slice(2)); // of the canvas's inks
  assert.deepEqual(
    [...set].filter((name) => !read.has(name) && !isNamed(name)),
    [],
  );
  assert.deepEqual(
    [...read].filter((name) => !set.has(name) && !isNamed(name)),
    [],
  );
});
