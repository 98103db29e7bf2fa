// The ledger as a table, unpacked when it is first looked at.

import { html } from "../../html.js";
import { townsByName, wantedParcels } from "../../state/parcel_filter.js";
import { digitsOf, figure, named, unstated, zoneName } from "../cells.js";

const UNIT = /^(.+?)\s*[（(]([^（()）]+)[）)]$/; // a heading with its unit in brackets
const SUMMED = ["area_mu", "drawn_mu", "floor_area_m2", "tax_10k_yuan", "value_added_10k_yuan"];
const NUMBER = "parcel_id";
const ON_PHONE = [NUMBER, "status", "area_mu"];
/** Shown first of all, where the ledger has them. */
const SHOWN = [NUMBER, "status", "zone_id", "area_mu", "drawn_mu", "measure", "recovered_on", "town", "block_class"];

/** @param {Page} page @param {ParcelTable} ledger @returns {TableSource} */
export function parcels(page, ledger) {
  const byName = new Map(ledger.columns.map((column) => [column.name, column]));
  const ids = byName.get(NUMBER)?.rows || [];
  const townOf = townsByName(page.data.place_names);
  const inOrder = [...SHOWN, ...ledger.columns.map(({ name }) => name)];
  const names = [...new Set(inOrder)].filter((name) => byName.has(name));

  /** @param {ParcelValue} id */
  function zoneCell(id) {
    return id === null ? html`<span class="unstated">${page.say("outside_zones")}</span>` : zoneName(page, String(id));
  }

  /** @param {string} name @returns {TableColumn} */
  function column(name) {
    const { label, labels, rows } = /** @type {ParcelTable["columns"][number]} */ (byName.get(name));
    const heading = page.text(label);
    const [, title, unit] = UNIT.exec(heading) || [heading, heading, undefined];
    const isNumber = rows.some((value) => typeof value === "number");
    const digits = isNumber ? digitsOf(/** @type {(number | null)[]} */ (rows)) : 0;
    /** @param {number} row */
    function value(row) {
      const one = rows[row];
      if (typeof one !== "string") return one;
      if (name === "zone_id") return page.text(page.data.subjects[`zone:${one}`]?.name || { zh: one, en: one });
      return labels[one] ? page.text(labels[one]) : one;
    }
    /** @param {number} row */
    function cell(row) {
      const one = rows[row];
      if (name === "zone_id") return zoneCell(one);
      if (one === null) return unstated(page);
      if (name === NUMBER) return named(String(one), "");
      return typeof one === "number" ? figure(page, one, digits) : String(value(row));
    }
    return {
      id: name,
      title,
      unit,
      width: name === NUMBER ? 9 : 7,
      grows: name === NUMBER ? 1 : undefined,
      isNumber,
      digits,
      isCode: name === NUMBER,
      value,
      cell,
      isShown: SHOWN.includes(name),
      onPhone: ON_PHONE.includes(name),
      total:
        name === NUMBER
          ? (shown) => html`<b>${page.numbers.parcels(shown.length)}</b>`
          : SUMMED.includes(name)
            ? "sum"
            : undefined,
    };
  }

  return {
    columns: names.map(column),
    count: ledger.count,
    sort: null,
    key: (row) => (ids[row] === null ? null : `parcel:${ids[row]}`),
    wanted: () => wantedParcels(page.state.filter, ledger, townOf),
    open: (row) => page.parcels?.openAt(row),
    note: () => page.invented() || null,
  };
}
