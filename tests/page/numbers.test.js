import assert from "node:assert/strict";
import { test } from "node:test";
import { grouped, makeNumbers } from "../../yzgeo/publish/page/src/words/numbers.js";

const dollars = { before: "US$", after: "m", first: "万美元" };
const currencies = {
  万美元: { ...dollars, scale: 0.01, in_first: 1 },
  亿美元: { ...dollars, scale: 100, in_first: 10000 },
};
const units = { m2_per_mu: 2000 / 3, m_yuan_per_100m: 100, currencies };
const zh = makeNumbers({ lang: "zh", data: { units } });
const en = makeNumbers({ lang: "en", data: { units } });

test("thousands are grouped, decimals are not", () => {
  assert.equal(grouped(999), "999");
  assert.equal(grouped(1000), "1,000");
  assert.equal(grouped(1234567.125), "1,234,567.125");
});

test("adding leaves no noise", () => {
  assert.equal(grouped(0.1 + 0.2), "0.3");
});

test("decimals are cut to what is asked for, and none are made up", () => {
  assert.equal(grouped(2.345, 1), "2.3");
  assert.equal(grouped(2, 3), "2");
});

test("a small sum of money is told in a smaller unit", () => {
  assert.equal(zh.money(0.0003), "3 万元");
  assert.equal(en.money(0.0003), "CNY 30,000");
});

test("money that is not known is a dash", () => {
  assert.equal(zh.money(null), "—");
  assert.equal(zh.money(0), "0 亿元");
});

test("units stand in the reader's language", () => {
  assert.equal(zh.money(1.5), "1.5 亿元");
  assert.equal(en.money(1.5), "150 m yuan");
  assert.equal(zh.mu(1234.567), "1,234.57 亩");
  assert.equal(en.km2(12), "12 km²");
  assert.equal(en.percent(0.1234), "12.3%");
});

test("one is singular", () => {
  assert.deepEqual([en.projects(1), en.projects(2), zh.projects(1)], ["1 project", "2 projects", "1 个项目"]);
  assert.deepEqual([en.parcels(1), en.parcels(1200)], ["1 parcel", "1,200 parcels"]);
});

test("a kilometre and more is told in kilometres", () => {
  assert.equal(en.metres(999.94), "999.9 m");
  assert.equal(zh.metres(1500), "1.5 公里");
});

const NOTHING = { investment: null, printed: null, foreign: null, foreign_value: null, is_range: false };
const YUAN = { ...NOTHING, investment: 3 };
const RANGE = { ...NOTHING, investment: 5, printed: { zh: "5—6 亿元", en: "500 to 600 m yuan" }, is_range: true };
/** @param {string} foreign @param {number} foreign_value */
const ofDollars = (foreign, foreign_value) => ({
  ...NOTHING,
  printed: { zh: `${foreign_value} ${foreign}`, en: "" },
  foreign,
  foreign_value,
});

test("what a sum in yuan does not tell stands beside it", () => {
  assert.equal(zh.invested([]), "0 亿元");
  assert.equal(zh.invested([YUAN]), "3 亿元");
  assert.equal(zh.invested([NOTHING]), "—");
  assert.equal(zh.invested([YUAN, NOTHING]), "3 亿元（另 1 个未载）");
  assert.equal(zh.invested([YUAN, RANGE]), "8 亿元（其中 1 个按区间下限计）");
  const foreign = [ofDollars("万美元", 5000), ofDollars("亿美元", 1)];
  assert.equal(zh.invested([YUAN, ...foreign]), "3 亿元（另 2 个以外币计：15,000 万美元）");
  assert.equal(zh.invested(foreign.slice(0, 1)), "—（1 个以外币计：5,000 万美元）");
  assert.equal(en.invested([YUAN, ...foreign]), "300 m yuan (2 more in foreign money: US$ 150 m)");
});

test("a project's money is as printed where that is more than a number", () => {
  assert.deepEqual(
    [YUAN, RANGE, NOTHING].map((project) => zh.investment(project)),
    ["3 亿元", "5—6 亿元", "—"],
  );
});
