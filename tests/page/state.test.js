import assert from "node:assert/strict";
import { test } from "node:test";
import { NO_FILTER } from "../../yzgeo/publish/page/src/state/filter.js";
import { firstState, NO_SEARCH, settleWith } from "../../yzgeo/publish/page/src/state/state.js";

const settle = settleWith({
  overview: { parks: true },
  projects: { parks: false, nowhere: true },
  findings: {},
});
const first = firstState({
  lang: "zh",
  theme: "auto",
  systemDark: false,
  shown: { parks: true, places: true },
  tiandituKey: "",
  wide: true,
});

test("another view brings its own layers, of those that there are", () => {
  assert.deepEqual(settle(first, { view: "projects" }).shown, { parks: false, places: true });
});

test("a layer that the reader switched stays so within a view", () => {
  const switched = settle(first, { shown: { parks: false, places: true } });
  assert.equal(settle(switched, { opened: "zone:x" }).shown.parks, false);
  assert.equal(settle(settle(switched, { view: "projects" }), { view: "overview" }).shown.parks, true);
});

test("a filter holds in all views, the table belongs to the projects, a rule to the findings", () => {
  const filter = { ...NO_FILTER, classes: ["汽车"] };
  const table = settle(first, { view: "projects", filter, table: "parks", sort: "-name" });
  const gone = settle(table, { view: "overview" });
  assert.deepEqual([gone.filter, gone.table, gone.sort], [filter, "projects", null]);
  assert.equal(settle(first, { rule: "zone-area" }).rule, null);
  assert.equal(settle(first, { rule: "zone-area", view: "findings" }).rule, "zone-area");
});

test("going somewhere counts as a visit and ends the search, other changes do not", () => {
  const searching = settle(first, { search: { ...NO_SEARCH, typed: "x" } });
  assert.deepEqual([searching.visits, searching.search.typed], [0, "x"]);
  const gone = settle(searching, { opened: "zone:x" });
  assert.deepEqual([gone.visits, gone.search], [1, NO_SEARCH]);
  assert.equal(settle(gone, { lang: "en" }).visits, 1);
});

test("a slider that moves goes nowhere until it is let go", () => {
  const filter = { ...NO_FILTER, ratio: { from: null, to: 2, unstated: false } };
  const moving = settle(first, { filter, isSliding: true });
  assert.deepEqual([moving.filter, moving.visits], [filter, 0]);
  assert.equal(settle(moving, { filter, isSliding: false }).visits, 1);
});

test("what was said of an address is over when the reader goes on, a failing basemap is not", () => {
  const words = { zh: "", en: "" };
  const lost = settle(first, { notice: { about: "address", words } });
  const offline = settle(first, { notice: { about: "basemap", words } });
  assert.equal(settle(lost, { view: "projects" }).notice, null);
  assert.equal(settle(lost, { lang: "en" }).notice?.about, "address");
  assert.equal(settle(offline, { view: "projects" }).notice?.about, "basemap");
});

test("a view begins folded, but the findings in their own view", () => {
  const unfolded = settle(first, { unfolded: { "yz-parks": true } });
  assert.deepEqual(settle(unfolded, { opened: "zone:x" }).unfolded, { "yz-parks": true });
  const findings = settle(unfolded, { view: "findings" });
  assert.deepEqual([findings.unfolded, findings.folds["yz-findings"]], [{}, true]);
  assert.equal(settle(findings, { view: "overview" }).folds["yz-findings"], false);
});

test("the map beside a table shows what is listed there", () => {
  const layers = {
    overview: {},
    projects: { parks: false, places: true },
    "projects parks": { parks: true, places: false },
  };
  const settled = settleWith(layers);
  const parks = settled(settled(first, { view: "projects" }), { table: "parks" });
  assert.deepEqual(parks.shown, { parks: true, places: false });
  assert.deepEqual(settled(parks, { table: "zones" }).shown, { parks: false, places: true });
  assert.deepEqual(settled(first, { view: "projects", table: "parks" }).shown, { parks: true, places: false });
});
