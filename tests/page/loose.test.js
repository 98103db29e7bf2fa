import assert from "node:assert/strict";
import { test } from "node:test";
import { ranked } from "../../yzgeo/publish/page/src/search/find.js";
import { isOneOff, makeLoose, parts } from "../../yzgeo/publish/page/src/search/loose.js";

const THINGS = [
  { key: "owner:ri", terms: ["日月重工"], syllables: ["ri yue zhong gong"] },
  { key: "zone:dong", terms: ["东吴产业集聚区", "Dongwu Industrial Agglomeration Area"], syllables: ["dong wu"] },
  { key: "clause:one", terms: ["一（一）1"], syllables: [], words: "培育 5 家上市企业" },
];

test("words of letters stay whole, characters go in pairs", () => {
  assert.deepEqual(parts("东吴Zone 5"), ["东吴", "zone", "5"]);
  assert.deepEqual(parts("日月重工"), ["日月", "月重", "重工"]);
});

test("a wrong letter or character still finds what was meant", () => {
  const loose = makeLoose(THINGS);
  assert.deepEqual(loose("日月重公"), ["owner:ri"]);
  assert.deepEqual(loose("日月中工"), ["owner:ri"]);
  assert.deepEqual(loose("东武"), ["zone:dong"]);
  assert.deepEqual(loose("产武"), []);
  assert.deepEqual(loose("dongwu industral"), ["zone:dong"]);
  assert.deepEqual(loose("riyuezhongong"), ["owner:ri"]);
  assert.deepEqual(loose("没有这样的名字"), []);
  assert.deepEqual(loose("qqqqqq"), []);
});

test("a clause is found by its number and by its words, after what is called so", () => {
  assert.deepEqual(ranked("一（一）", THINGS), ["clause:one"]);
  assert.deepEqual(ranked("上市企业", THINGS), ["clause:one"]);
  assert.deepEqual(ranked("企", THINGS), []);
});

test("one character may be wrong, of two the second", () => {
  assert.ok(isOneOff("鄞州日月重工", "日月中工"));
  assert.ok(!isOneOff("日月重工", "日星中工"));
  assert.ok(!isOneOff("日月重工", "日月重工"));
  assert.ok(isOneOff("明州核心区", "明洲"));
  assert.ok(!isOneOff("明州核心区", "鸣州"));
  assert.ok(!isOneOff("明州核心区", "核新"));
  assert.ok(!isOneOff("明", "明州"));
});
