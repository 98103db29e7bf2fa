// The state and the address: what changes is written into it, and where the reader goes by it is shown.
import { hasOwn } from "../own.js";
import { TABLES } from "../table/kinds.js";
import { addressOf, read } from "./address.js";
import { valuesIn } from "./choices.js";

const MOST_LETTERS = 60;
/** @type {Record<string, TextKey>} */
const KINDS = {
  parcel: "parcels",
  view: "views",
  rule: "rule",
  finding: "finding",
  clause: "clause",
  table: "table",
  class: "class_named",
  zone_in: "filter_zones",
  list: "filter_lists",
  town: "filter_towns",
  evidence: "filter_evidence",
  severity: "filter_severities",
  investment: "filter_investment",
  land: "filter_land",
  ratio: "filter_ratio",
};

/** @param {Page} page */
export function followAddress(page) {
  /** @type {string | null} */
  let followed = null;
  let isFollowing = false;
  const names = {
    view: (/** @type {string} */ name) => hasOwn(page.views, name),
    rule: (/** @type {string} */ name) => page.data.rules.some((rule) => rule.rule === name),
    finding: (/** @type {string} */ rule, /** @type {string} */ name) => {
      const ofRule = page.data.findings.filter((finding) => finding.rule === rule);
      const found = ofRule.find((finding) => finding.key === name) || ofRule[Number(name) - 1];
      return found ? found.key : null;
    },
    clause: (/** @type {string} */ name) => hasOwn(page.data.clauses, name),
    chosen: (/** @type {FilterChoice} */ part, /** @type {string} */ value) => valuesIn(page, part).includes(value),
    table: (/** @type {string} */ name) => hasOwn(TABLES, name),
    subject: (/** @type {Key} */ key) => page.subject(key) !== null,
    kind: (/** @type {string} */ name) => hasOwn(page.data.kinds, name),
    parcels: page.parcels !== null,
  };

  /**
   * An old or mistyped address opens what it can, and the reader is told of the rest.
   * @param {[string, string]} what @returns {State["notice"]}
   */
  function unknown([name, value]) {
    const kind = hasOwn(page.data.kinds, name) ? page.data.kinds[name] : page.both(KINDS[name]);
    const text = page.both("unknown_address");
    const named = value.length > MOST_LETTERS ? `${value.slice(0, MOST_LETTERS)}…` : value;
    const words = { zh: `${text.zh}${kind.zh} ${named}`, en: `${text.en}${kind.en} ${named}` };
    return { about: "address", words };
  }
  /** @param {string} id @param {string} address that names it */
  async function lookUp(id, address) {
    const isFound = page.parcels && (await page.parcels.find(id));
    if (address !== location.hash) return;
    if (isFound) follow();
    else page.store.change({ notice: unknown(["parcel", id]) });
  }
  function follow() {
    followed = location.hash;
    const destination = read(location.hash, names);
    isFollowing = true;
    page.store.change({ ...destination.state, notice: destination.unknown ? unknown(destination.unknown) : null });
    isFollowing = false;
    if (destination.parcel !== null) lookUp(destination.parcel, location.hash);
  }

  page.store.subscribe((state, before) => {
    if (state.visits === before.visits || isFollowing) return;
    const address = addressOf(state);
    if (location.hash === address || (address === "#" && !location.hash)) return;
    location.hash = address;
    followed = location.hash; // its event comes later: what is shown already is left alone
  });
  window.addEventListener("hashchange", () => {
    if (followed !== location.hash) follow();
  });
  return { follow };
}
