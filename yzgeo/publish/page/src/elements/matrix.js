// Industries and zones: a cell is full where text and table agree, half where only one lists it. The longer of the two stands
// in rows; the heads of the columns are turned, and a wide table scrolls beside its first column.
import { classes, html } from "../html.js";

/** @typedef {{key: Key, name: string, colour?: string, id: string}} Head */
/** @typedef {Industry["zones"][number]} Listed */

/** @param {Page} page */
export function matrix(page) {
  const { data } = page;
  /** @type {Head[]} */
  const zones = data.zones.map(({ key, zone_id, colour, shortest, short }) => {
    return { key, id: zone_id, colour, name: page.text(data.zone_kinds.length ? short : shortest) };
  });
  /** @type {Head[]} */
  const industries = data.industries.map(({ key }) => ({ key, id: key, name: page.text(data.subjects[key].name) }));
  /** @type {Map<string, Listed>} */
  const cells = new Map();
  for (const { key, zones: listed } of data.industries) {
    for (const one of listed) cells.set(`${key} ${one.zone_id}`, one);
  }
  const isLong = zones.length > industries.length;
  const [rows, columns] = isLong ? [zones, industries] : [industries, zones];
  /** @param {Head} row @param {Head} column */
  const listedIn = (row, column) => cells.get(isLong ? `${column.id} ${row.id}` : `${row.id} ${column.id}`);

  return html`<div class="matrix" role="region" tabindex="0" aria-label=${page.say("matrix")}><table>
    <thead><tr><td></td>${columns.map((column) => head(page, column))}</tr></thead>
    <tbody>${rows.map(
      (row) => html`<tr key=${row.key} class=${classes("row", page.state.opened === row.key && "open")}
        onClick=${() => page.open(row.key)}>
        <th scope="row">${named(page, row)}</th>
        ${columns.map((column) => cell(page, listedIn(row, column), (isLong ? row : column).colour || ""))}
      </tr>`,
    )}</tbody>
  </table></div>`;
}

/** @param {Page} page @param {Head} column */
function head(page, column) {
  return html`<th scope="col" key=${column.key} onClick=${() => page.open(column.key)}>${named(page, column)}</th>`;
}

/** Its row or head opens it. @param {Page} page @param {Head} head */
function named(page, { key, name }) {
  return html`<button type="button" title=${page.text(page.data.subjects[key].name)}>${name}</button>`;
}

const SIDE = 16;

/** @param {Page} page @param {Listed | undefined} listed @param {string} fill */
function cell(page, listed, fill) {
  if (!listed) return html`<td></td>`;
  const { text, table } = listed;
  const words = page.say(text && table ? "listed_both" : text ? "listed_text" : "listed_table");
  const upperLeft = `M1 1H${SIDE - 1}L1 ${SIDE - 1}Z`;
  const lowerRight = `M${SIDE - 1} ${SIDE - 1}H1L${SIDE - 1} 1Z`;
  return html`<td><svg width=${SIDE} height=${SIDE} role="img" aria-label=${words}>
    <rect x="1" y="1" width=${SIDE - 2} height=${SIDE - 2} fill=${text && table ? fill : "none"} stroke=${fill} />
    ${text && !table ? html`<path d=${upperLeft} fill=${fill} />` : null}
    ${table && !text ? html`<path d=${lowerRight} fill=${fill} />` : null}
  </svg></td>`;
}
