import assert from "node:assert/strict";
import { test } from "node:test";
import {
  isNarrowed,
  isWanted,
  NO_FILTER,
  OUTSIDE,
  ranged,
  readRange,
  toggled,
  UNLOCATED,
  UNSTATED,
  wantedFinding,
} from "../../yzgeo/publish/page/src/state/filter.js";

/** @param {Partial<Project>} more */
const project = (more) =>
  /** @type {Project} */ ({
    class: "汽车",
    list: "planned",
    investment: 5,
    site_mu: null,
    new_land_mu: null,
    ratio: null,
    zone_ids: [],
    towns: [],
    evidence: null,
    located: false,
    ...more,
  });
/** @param {Partial<Filter>} filter */
const state = (filter) => ({ filter: { ...NO_FILTER, ...filter }, rule: null });

test("no filter leaves nothing out", () => {
  assert.ok(isWanted(state({}), project({})));
  assert.ok(!isNarrowed(state({})));
  assert.ok(isNarrowed(state({ ratio: { from: null, to: null, unstated: false } })));
});

test("a project in one of the zones chosen is wanted, one without a place when that is chosen", () => {
  const here = project({ zone_ids: ["north"], located: true });
  const outside = project({ located: true });
  assert.deepEqual(
    ["north", OUTSIDE, UNLOCATED].map((zone) =>
      [here, outside, project({})].map((one) => isWanted(state({ zones: [zone] }), one)),
    ),
    [
      [true, false, false],
      [false, true, false],
      [false, false, true],
    ],
  );
});

test("both ends of a range are within; what is not stated is in no range unless it is kept", () => {
  const range = { from: 5, to: 10, unstated: false };
  const within = [4.99, 5, 10, 10.01, null].map((investment) =>
    isWanted(state({ investment: range }), project({ investment })),
  );
  assert.deepEqual(within, [false, true, true, false, false]);
  assert.ok(isWanted(state({ investment: { ...range, unstated: true } }), project({ investment: null })));
});

test("land is the site, or else the new land; a list that is not stated is a choice of its own", () => {
  const land = { from: 50, to: null, unstated: false };
  assert.ok(isWanted(state({ land }), project({ new_land_mu: 60 })));
  assert.ok(!isWanted(state({ land }), project({ site_mu: 40, new_land_mu: 60 })));
  assert.ok(isWanted(state({ lists: [UNSTATED] }), project({ list: null })));
  assert.ok(!isWanted(state({ lists: ["planned"] }), project({ list: null })));
});

test("findings go by severity, rule and the zones of what they are about", () => {
  const finding = /** @type {Finding} */ ({ rule: "zone-area", severity: "warning", zone_ids: ["north"] });
  assert.ok(wantedFinding(state({}), finding));
  assert.ok(wantedFinding(state({ zones: ["north", "south"], severities: ["warning"] }), finding));
  assert.ok(!wantedFinding(state({ zones: ["south"] }), finding));
  assert.ok(!wantedFinding(state({ severities: ["info"] }), finding));
  assert.ok(!wantedFinding({ ...state({}), rule: "other" }, finding));
  assert.ok(wantedFinding(state({ rules: ["other", "zone-area"] }), finding));
  assert.ok(!wantedFinding(state({ rules: ["other"] }), finding));
});

test("a value is chosen and let go again; a range over all is none", () => {
  const chosen = toggled(NO_FILTER, "classes", "汽车");
  assert.deepEqual(chosen.classes, ["汽车"]);
  assert.deepEqual(toggled(chosen, "classes", "汽车"), NO_FILTER);
  assert.deepEqual(ranged(NO_FILTER, "ratio", { from: null, to: null, unstated: true }), NO_FILTER);
});

test("a range as it stands in an address", () => {
  assert.deepEqual(readRange("0-2"), { from: 0, to: 2, unstated: false });
  assert.deepEqual(readRange("5-,unstated"), { from: 5, to: null, unstated: true });
  assert.deepEqual(readRange("stated"), { from: null, to: null, unstated: false });
});
