import assert from "node:assert/strict";
import { test } from "node:test";
import { addressOf, read, START } from "../../yzgeo/publish/page/src/state/address.js";
import { NO_FILTER } from "../../yzgeo/publish/page/src/state/filter.js";

const known = {
  view: (/** @type {string} */ name) =>
    ["overview", "projects", "land", "compare", "scenarios", "findings"].includes(name),
  scenario: (/** @type {string} */ name) => ["最省", "a&b=c#%"].includes(name),
  rule: (/** @type {string} */ name) => name === "zone-area",
  finding: (/** @type {string} */ rule, /** @type {string} */ name) =>
    rule === "zone-area" && ["zone:ming", "1"].includes(name) ? "zone:ming" : null,
  clause: (/** @type {string} */ name) => name === "三（二）1 第3段",
  chosen: (/** @type {string} */ part, /** @type {string} */ value) =>
    part === "zones" ? ["ming", "dong"].includes(value) : part === "classes" && ["汽车", "a,b"].includes(value),
  table: (/** @type {string} */ name) => ["projects", "parks"].includes(name),
  subject: (/** @type {string} */ key) => ["zone:ming", "zone:dong", "owner:A & B=C"].includes(key),
  kind: (/** @type {string} */ name) => ["zone", "owner", "parcel"].includes(name),
  parcels: true,
};
/** @param {Partial<Filter>} filter */
const narrowed = (filter) => ({ ...START, filter: { ...NO_FILTER, ...filter } });
/** @param {string} hash */
const state = (hash) => read(hash, known).state;

test("no address is the overview with nothing opened", () => {
  assert.deepEqual(read("", known), { state: START, parcel: null, unknown: null });
});

test("a view and what is opened", () => {
  assert.deepEqual(state("#view=projects&zone=ming"), { ...START, view: "projects", opened: "zone:ming" });
});

test("a scenario is named in its view alone, whatever it is called", () => {
  for (const scenario of ["最省", "a&b=c#%"]) {
    const named = { ...START, view: /** @type {const} */ ("scenarios"), scenario };
    assert.deepEqual(state(addressOf(named)), named);
    assert.equal(addressOf({ ...named, view: "land" }), "#view=land");
  }
  assert.deepEqual(read("#view=scenarios&scenario=none", known).unknown, ["scenario", "none"]);
});

test("a view of an older address is where its things are today", () => {
  assert.equal(state("#view=parcels").view, "land");
});

test("zones side by side, without those that the page has not", () => {
  assert.deepEqual(state("#view=compare&zones=dong,ming,dong").compared, ["dong", "ming"]);
  assert.deepEqual(read("#view=compare&zones=ming,none", known).unknown, ["zone", "none"]);
});

test("a rule is shown among the findings, a class among the projects", () => {
  assert.deepEqual(state("#rule=zone-area"), { ...START, view: "findings", rule: "zone-area" });
  assert.deepEqual(state("#class=%E6%B1%BD%E8%BD%A6"), { ...narrowed({ classes: ["汽车"] }), view: "projects" });
});

test("the table and what it is narrowed to", () => {
  const filter = {
    ...NO_FILTER,
    zones: ["ming", "dong"],
    investment: { from: 5, to: 27.8, unstated: false },
    ratio: { from: null, to: 2, unstated: true },
    land: { from: null, to: null, unstated: false },
  };
  const hash =
    "#view=projects&table=parks&zone_in=ming,dong&investment=5-27.8&land=stated&ratio=-2,unstated&sort=-name";
  const read = { ...START, view: /** @type {const} */ ("projects"), table: "parks", sort: "-name", filter };
  assert.deepEqual(state(hash), read);
  assert.equal(addressOf(read), hash);
  assert.equal(state("#view=overview&class=%E6%B1%BD%E8%BD%A6").view, "overview");
});

test("of several values those that this page has not are told, and of a range what is none", () => {
  const found = read("#zone_in=ming,nowhere", known);
  assert.deepEqual([found.state.filter.zones, found.unknown], [["ming"], ["zone_in", "nowhere"]]);
  for (const range of ["-", "9-5", "x", "1e3-", "NaN-"]) {
    assert.deepEqual(read(`#investment=${range}`, known).unknown, ["investment", range]);
  }
});

test("what this page has not is told, the rest is shown", () => {
  const found = read("#zone=nowhere&view=projects", known);
  assert.deepEqual([found.state.view, found.unknown], ["projects", ["zone", "nowhere"]]);
  assert.deepEqual(read("#view=constructor", known).unknown, ["view", "constructor"]);
});

test("words of other programs are left alone", () => {
  assert.equal(read("#utm=x&lone", known).unknown, null);
});

test("a parcel is to be looked up where there are parcels", () => {
  assert.equal(read("#parcel=A-1", known).parcel, "A-1");
  assert.deepEqual(read("#parcel=A-1", { ...known, parcels: false }).unknown, ["parcel", "A-1"]);
});

test("a broken escape is taken as it stands", () => {
  assert.deepEqual(read("#zone=%E4%", known).unknown, ["zone", "%E4%"]);
});

test("every state has an address that leads back to it", () => {
  /** @type {Addressed[]} */
  const states = [
    START,
    { ...START, view: "land" },
    { ...START, view: "compare", compared: ["dong", "ming"] },
    { ...START, opened: "owner:A & B=C" },
    { ...START, view: "findings", rule: "zone-area", opened: "zone:ming" },
    { ...narrowed({ classes: ["汽车", "a,b"] }), view: "projects" },
    narrowed({ zones: ["dong"], investment: { from: 5, to: null, unstated: true } }),
    { ...START, view: "projects", table: "parks", sort: "-name" },
  ];
  for (const one of states) assert.deepEqual(state(addressOf(one)), one);
});

test("the address is short", () => {
  assert.equal(addressOf(START), "#");
  assert.equal(addressOf({ ...START, view: "findings", rule: "zone-area" }), "#rule=zone-area");
  assert.equal(addressOf({ ...START, opened: "zone:ming" }), "#zone=ming");
});

test("a finding is named within its rule, by its key or its number", () => {
  const read = { ...START, view: /** @type {const} */ ("findings"), rule: "zone-area", finding: "zone:ming" };
  assert.deepEqual(state("#rule=zone-area&finding=zone%3Aming"), read);
  assert.deepEqual(state("#finding=1&rule=zone-area"), read);
  assert.equal(addressOf(read), "#rule=zone-area&finding=zone%3Aming");
  assert.equal(state("#rule=zone-area&finding=9").finding, null);
  assert.equal(state("#finding=1").finding, null);
});

test("a clause is read in the whole text, where no rule is named", () => {
  const read = { ...START, view: /** @type {const} */ ("findings"), clause: "三（二）1 第3段" };
  assert.deepEqual(state(addressOf(read)), read);
  assert.equal(state(`#rule=zone-area&clause=${encodeURIComponent("三（二）1 第3段")}`).clause, null);
  assert.equal(state("#clause=nowhere").clause, null);
});
