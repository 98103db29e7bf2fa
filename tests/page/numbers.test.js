import assert from "node:assert/strict";
import { test } from "node:test";
import { grouped, makeNumbers } from "../../yzgeo/publish/page/src/words/numbers.js";

const units = { m2_per_mu: 2000 / 3, m_yuan_per_100m: 100 };
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
