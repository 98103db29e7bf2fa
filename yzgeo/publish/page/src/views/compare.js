// Two to six zones side by side: a row for each measure, bars on one axis, what differs marked.
import { crop } from "../elements/crop.js";
import { findingsOf, isGrave, ruleNamed } from "../elements/finding.js";
import { icon } from "../elements/icon.js";
import { axisOf, invention, measureBar, measureText, patternOf } from "../elements/measures.js";
import { dot } from "../elements/rows.js";
import { classes, html } from "../html.js";

const MOST = 6;
const FIRST = 3; // so many stand side by side before the reader chooses
const LISTED = "industries"; // parks have a row among the measures

/** @param {Page} page @returns {View | null} */
export function compare(page) {
  const { data } = page;
  if (data.zones.length < 2) return null;

  function zones() {
    const { compared } = page.state;
    const ids = compared.length ? compared : data.zones.slice(0, FIRST).map(({ zone_id }) => zone_id);
    return ids.slice(0, MOST).map((id) => /** @type {Zone} */ (data.zones.find(({ zone_id }) => zone_id === id)));
  }
  /** @param {Zone[]} next */
  const show = (next) => page.store.change({ compared: next.map(({ zone_id }) => zone_id) });

  /** @param {Zone[]} shown */
  function adder(shown) {
    const others = data.zones.filter((zone) => !shown.includes(zone));
    if (!others.length || shown.length >= MOST) return null;
    const add = (/** @type {Event} */ event) => {
      const select = /** @type {HTMLSelectElement} */ (event.currentTarget);
      const zone = others.find(({ zone_id }) => zone_id === select.value);
      if (zone) show([...shown, zone]);
      select.value = "";
    };
    return html`<select class="add" aria-label=${page.say("add_zone")} value="" onChange=${add}>
      <option value="">${`＋ ${page.say("add_zone")}`}</option>
      ${others.map((zone) => html`<option value=${zone.zone_id}>${page.text(data.subjects[zone.key].name)}</option>`)}
    </select>`;
  }
  /** @param {Zone} zone @param {Zone[]} shown */
  function head(zone, shown) {
    const remove = () => show(shown.filter((one) => one !== zone));
    const name = page.text(data.subjects[zone.key].name);
    return html`<th scope="col" key=${zone.key}>
      <div class="zone-head">
        <button type="button" class="open-subject" data-key=${zone.key} onClick=${() => page.open(zone.key)}>
          ${dot(page.theme.tint(zone.colour))}<span>${name}</span>
        </button>
        ${
          shown.length > 2
            ? html`<button type="button" class="button remove" aria-label=${`${page.say("leave_out")} ${name}`} onClick=${remove}>${icon("close")}</button>`
            : null
        }
      </div>
      ${zone.middle ? crop(page, zone, shown) : null}
    </th>`;
  }
  /** @param {Measure} measure @param {Zone[]} shown */
  function row(measure, shown) {
    const values = shown.flatMap(({ zone_id }) => measure.by_zone[zone_id] || []);
    const axis = axisOf(values, measure.factors[page.lang]);
    const known = shown.map(({ zone_id }) => measure.by_zone[zone_id]?.value ?? null);
    const most = Math.max(...known.map((value) => value ?? -1));
    const isSame = new Set(known).size === 1;
    return html`<tr key=${measure.id} data-measure=${measure.id}>
      <th scope="row">
        ${page.text(measure.title)} ${measure.is_invented ? invention(page) : null}
        <span class="meta">${[page.text(measure.unit), legend(measure), measure.is_derived ? page.say("derived") : ""].filter(Boolean).join(page.lang === "zh" ? "，" : ", ")}</span>
      </th>
      ${shown.map((zone, index) => {
        const { figure } = measureText(page, measure, zone.zone_id);
        const notes = (measure.by_zone[zone.zone_id]?.brief || []).map(page.text);
        const isMost = !isSame && known[index] === most && most > 0;
        const isSilent = known[index] === null && notes.length > 0; // there is something here of which it is not told
        return html`<td key=${zone.key}>
          <div class="cell">
            ${axis ? measureBar(page, measure, zone, axis) : null}
            <div class="value"><b class=${classes(isMost && "most")}>${isSilent ? page.say("unstated") : figure}</b>${notes.map((note) => html`<span class="meta">${note}</span>`)}</div>
          </div>
        </td>`;
      })}
    </tr>`;
  }
  /** @param {Measure} measure */
  function legend(measure) {
    const named = measure.parts.map(
      ({ id, name }) => `${page.say(/** @type {TextKey} */ (`pattern_${patternOf(measure, id)}`))} ${page.text(name)}`,
    );
    return named.join(" · ");
  }
  /** What text or table list for the zones; what several share is framed, what only one place lists is marked. @param {Zone[]} shown */
  function listing(shown) {
    const tables = shown.map(({ key }) => data.subjects[key].tables.find((table) => table.topic === LISTED));
    if (!tables.some((table) => table?.rows.length)) return null;
    const counts = new Map();
    for (const table of tables)
      for (const { cells } of table?.rows || []) counts.set(cells[0].key, (counts.get(cells[0].key) || 0) + 1);
    return html`<tr class="listing" data-measure=${LISTED}>
      <th scope="row">${page.say("leading_industries")}<span class="meta">${page.say("listing_note")}</span></th>
      ${tables.map(
        (table, index) => html`<td key=${shown[index].key}>
          ${(table?.rows || []).map(({ cells }) => {
            const key = /** @type {Key} */ (cells[0].key);
            const isPartly = cells.slice(1).some(({ text }) => text.zh === "—");
            return html`<button type="button" class=${classes("tag", counts.get(key) > 1 && "shared", isPartly && "partly")} onClick=${() => page.open(key)}>${page.text(data.subjects[key].name)}</button>`;
          })}
          ${table?.rows.length ? null : "—"}
        </td>`,
      )}
    </tr>`;
  }
  /** @param {Zone[]} shown */
  function findings(shown) {
    const grave = shown.map(({ key }) => findingsOf(page, key).filter(isGrave));
    return html`<tr class="listing" data-measure="findings">
      <th scope="row">${page.say("findings")}<span class="meta">${page.say("findings_of_zone")}</span></th>
      ${grave.map((found, index) => {
        const rules = [...new Set(found.map(({ rule }) => rule))];
        const titles = rules.map((name) => page.text(/** @type {Rule} */ (ruleNamed(page, name)).title));
        return html`<td key=${shown[index].key}><div class="cell">
          <span class="titles">${titles.join(page.semicolon())}</span>
          <div class="value">${found.length ? html`<span class="flag">${found.length}</span>` : html`<b>0</b>`}</div>
        </div></td>`;
      })}
    </tr>`;
  }
  /** The measure in which the zones differ most, in a sentence. @param {Zone[]} shown */
  function headline(shown) {
    const money = data.measures.find(({ id }) => id === "investment_per_km2") || data.measures[0];
    if (!money) return page.say("zones_compared");
    const known = shown.filter(({ zone_id }) => money.by_zone[zone_id]?.value != null);
    known.sort((a, b) => Number(money.by_zone[b.zone_id].value) - Number(money.by_zone[a.zone_id].value));
    if (known.length < 2) return page.say("zones_compared");
    const { figure, unit } = measureText(page, money, known[0].zone_id);
    return page
      .say("compared_most")
      .replace("%z", page.text(known[0].shortest))
      .replace("%m", page.text(money.title))
      .replace("%v", `${figure} ${unit}`);
  }

  return {
    title: { zh: "比较", en: "Compare" },
    sign: "compare",
    layout: "compare",
    layers: { zones: true, parks: false, projects: true, findings: false, parcels: false },
    list: () => null,
    sheet() {
      const shown = zones();
      return html`<table class="comparison" style=${{ "--columns": String(shown.length) }}>
        <thead>
          <tr>
            <td>
              <p class="headline">${headline(shown)}</p>
              <p class="meta">${page.say("one_axis")}</p>
              <div class="buttons">${adder(shown)}</div>
            </td>
            ${shown.map((zone) => head(zone, shown))}
          </tr>
        </thead>
        <tbody>
          ${data.measures.map((measure) => row(measure, shown))} ${listing(shown)} ${findings(shown)}
        </tbody>
      </table>
      <p class="meta credits">${page.credits()}</p>`;
    },
    legend: () => [],
    style: () => null,
    label: () => "",
  };
}
