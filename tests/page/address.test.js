import assert from "node:assert/strict";
import { test } from "node:test";
import { addressOf, read, START } from "../../yzgeo/publish/page/src/state/address.js";

const known = {
  view: (/** @type {string} */ name) => ["overview", "projects", "findings", "parcels"].includes(name),
  rule: (/** @type {string} */ name) => name === "zone-area",
  finding: (/** @type {string} */ rule, /** @type {string} */ name) =>
    rule === "zone-area" && ["zone:ming", "1"].includes(name) ? "zone:ming" : null,
  clause: (/** @type {string} */ name) => name === "三（二）1 第3段",
  chosen: (/** @type {string} */ name) => name === "汽车",
  subject: (/** @type {string} */ key) => key === "zone:ming" || key === "owner:A & B=C",
  kind: (/** @type {string} */ name) => ["zone", "owner", "parcel"].includes(name),
  parcels: true,
};
/** @param {string} hash */
const state = (hash) => read(hash, known).state;

test("no address is the overview with nothing opened", () => {
  assert.deepEqual(read("", known), { state: START, parcel: null, unknown: null });
});

test("a view and what is opened", () => {
  assert.deepEqual(state("#view=projects&zone=ming"), { ...START, view: "projects", opened: "zone:ming" });
});

test("a rule is shown among the findings, a class among the projects", () => {
  assert.deepEqual(state("#rule=zone-area"), { ...START, view: "findings", rule: "zone-area" });
  assert.deepEqual(state("#class=%E6%B1%BD%E8%BD%A6"), { ...START, view: "projects", chosen: "汽车" });
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
    { ...START, view: "parcels" },
    { ...START, opened: "owner:A & B=C" },
    { ...START, view: "findings", rule: "zone-area", opened: "zone:ming" },
    { ...START, view: "projects", chosen: "汽车" },
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
