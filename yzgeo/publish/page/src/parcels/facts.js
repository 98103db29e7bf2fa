// The facts of a parcel in words, from the columns of the ledger.
import { hasOwn } from "../own.js";
import { NONE } from "./paints.js";
import { TEXTS } from "./texts.js";

const OTHER = "other-"; // what parcel_tiles.py calls an office's own columns; their names are their labels
const UNIT = /^(.+?)\s*[（(]([^（()）]+)[）)]$/; // a heading with its unit in brackets

/** @param {string} value @returns {Both} */
function plain(value) {
  return { zh: value, en: value };
}

/**
 * A number as the ledger has it, grouped by thousands.
 * @param {number} value
 */
export function grouped(value) {
  const [whole, decimals] = String(value).split(".");
  if (/e/.test(whole)) return String(value);
  return whole.replace(/\B(?=(\d{3})+$)/g, ",") + (decimals ? `.${decimals}` : "");
}

/**
 * The value of a column in words.
 * @param {ParcelColumn} column @param {ParcelValue} value
 * @returns {Both}
 */
function valueText(column, value) {
  if (value === null) return TEXTS.nothing;
  if (typeof value !== "number") return hasOwn(column.labels, value) ? column.labels[value] : plain(value);
  if (column.name.startsWith(OTHER)) return plain(String(value)); // it may be a year
  return plain(column.name === "zone_share" ? `${(100 * value).toFixed(1)}%` : grouped(value));
}

/**
 * A number takes its unit along from the heading: 登记面积（亩） 12.68 is read as 登记面积 12.68 亩.
 * @param {ParcelColumn} column @param {ParcelValue} value
 * @returns {Fact}
 */
export function fact(column, value) {
  const words = valueText(column, value);
  const zh = UNIT.exec(column.label.zh);
  const en = UNIT.exec(column.label.en);
  if (typeof value !== "number" || !zh || !en) return { label: column.label, value: words, sources: [] };
  return {
    label: { zh: zh[1], en: en[1] },
    value: { zh: `${words.zh} ${zh[2]}`, en: `${words.en} ${en[2]}` },
    sources: [],
  };
}

/**
 * @param {ParcelHeader} header @param {{subjects: Record<Key, {name: Both}>}} data what the page knows of zones
 */
export function makeFacts(header, data) {
  /** @param {ParcelValue} code */
  function statusLabel(code) {
    const status = header.statuses.find((one) => one.code === code);
    return status ? status.label : TEXTS.nothing;
  }
  /** @param {ParcelValue | undefined} id */
  function zoneName(id) {
    if (id === null || id === undefined) return TEXTS.outside;
    const zone = data.subjects[`zone:${id}`];
    return zone ? zone.name : plain(String(id));
  }
  /** @param {ParcelRow} row @returns {Both} */
  function areaText(row) {
    const stated = row.area_mu !== null && row.area_mu !== undefined;
    const value = stated ? row.area_mu : row.drawn_mu;
    if (value === null || value === undefined) return TEXTS.nothing;
    const number = grouped(Number(value));
    return {
      zh: `${number} ${TEXTS.mu.zh}${stated ? "" : TEXTS.drawn.zh}`,
      en: `${number} ${TEXTS.mu.en}${stated ? "" : TEXTS.drawn.en}`,
    };
  }

  /** The values of a parcel in the ledger, column by column. @param {ParcelRow} row @returns {Fact[]} */
  function factsOf(row) {
    const columns = header.columns.filter(({ name }) => name !== "parcel_id");
    return columns.flatMap((column) => {
      const value = row[column.name];
      if (column.name === "zone_id") return [{ label: column.label, value: zoneName(value), sources: [] }];
      return value === null ? [] : [fact(column, value)];
    });
  }

  /** A row by the names of the ledger: of an office's own columns the label is the name. @param {ParcelRow} row */
  function named(row) {
    const names = new Map(header.columns.map(({ name, label }) => [name, name.startsWith(OTHER) ? label.zh : name]));
    return Object.fromEntries(Object.entries(row).map(([name, value]) => [names.get(name) ?? name, value]));
  }

  return {
    statusLabel,
    /**
     * The lines of the box beside a parcel under the pointer.
     * @param {ParcelRow} row
     */
    lines: (row) => [statusLabel(row.status), areaText(row), zoneName(row.zone_id)],
    /**
     * A parcel in the form of the page's subjects.
     * @param {ParcelRow} row @param {Shape} geometry
     * @returns {Omit<ParcelSubject, "choices">}
     */
    subject(row, geometry) {
      const id = row.parcel_id === null ? "" : String(row.parcel_id);
      const status = header.statuses.find((one) => one.code === row.status);
      const stated = { label: header.status, value: statusLabel(row.status), sources: [] };
      const zone = row.zone_id && data.subjects[`zone:${row.zone_id}`] ? `zone:${row.zone_id}` : null;
      return {
        kind: "parcel",
        name: plain(id),
        note: statusLabel(row.status),
        colour: status ? status.colour : NONE,
        search: id.toLowerCase(),
        facts: [stated, ...factsOf(row)],
        attributes: named(row),
        geometry,
        links: zone ? [{ title: TEXTS.zone, items: [{ key: zone }] }] : [],
      };
    },
  };
}
