// The state and the address: what changes is written into it, and where the reader goes by it is shown.
import { hasOwn } from "../own.js";
import { TABLES } from "../table/kinds.js";
import { addressOf, read } from "./address.js";
import { carriedBy, carriedIn, loaded } from "./carried.js";
import { valuesIn } from "./choices.js";

const MOST_LETTERS = 60;
const CARRIED = /** @type {const} */ (["at", "shown"]);
/** @type {Record<string, TextKey>} */
const KINDS = {
  parcel: "parcels",
  view: "views",
  scenario: "scenario",
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
  rule_in: "rule",
  status: "filter_statuses",
  year: "filter_years",
  investment: "filter_investment",
  land: "filter_land",
  ratio: "filter_ratio",
};

/**
 * The language is a step of the browser's history too. An address names it only where it is not that of the page, and a
 * link without it keeps the reader's: so each step of the history remembers its own.
 * @param {Lang} lang
 */
function keepLanguage(lang) {
  history.replaceState({ lang }, "");
}

/** @param {unknown} step of the history @returns {Lang | undefined} */
function languageOf(step) {
  const lang = step && typeof step === "object" && "lang" in step ? step.lang : undefined;
  return lang === "zh" || lang === "en" ? lang : undefined;
}

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
    scenario: (/** @type {string} */ name) => Boolean(page.data.scenarios?.items.some((one) => one.name.zh === name)),
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
    const carried = carriedBy(location.hash);
    const at = carried.at || page.state.at;
    isFollowing = true;
    page.store.change({ ...destination.state, at, notice: destination.unknown ? unknown(destination.unknown) : null });
    isFollowing = false;
    take({ lang: languageOf(history.state), ...carried });
    keepLanguage(page.lang);
    if (destination.parcel !== null) lookUp(destination.parcel, location.hash);
  }

  /** @param {import("./carried.js").Carried} carried */
  function take({ lang, layers }) {
    if (lang) page.store.change({ lang });
    if (layers) {
      const usual = page.usual(page.state);
      const known = Object.entries(layers).filter(([name]) => hasOwn(usual, name));
      page.store.change({ shown: { ...usual, ...Object.fromEntries(known) } });
    }
  }
  /** @param {State} state */
  function whole(state) {
    const usual = { lang: page.data.lang, shown: page.usual(state) };
    return loaded(addressOf(state), carriedIn(state, usual));
  }

  page.store.subscribe((state, before) => {
    if (isFollowing) return;
    const address = whole(state);
    if (location.hash === address || (address === "#" && !location.hash)) return;
    if (state.visits !== before.visits || state.lang !== before.lang) location.hash = address;
    else if (CARRIED.some((name) => state[name] !== before[name])) location.replace(address);
    else return;
    followed = location.hash; // its event comes later: what is shown already is left alone
    keepLanguage(state.lang);
  });
  window.addEventListener("hashchange", () => {
    if (followed !== location.hash) follow();
  });
  return { follow };
}
