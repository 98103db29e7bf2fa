// The card that tells what lies inside what is drawn on the map.
import { link, list } from "../elements/links.js";
import { html } from "../html.js";
import { lyingNote, zoneNote } from "../outputs/inside_list.js";
import { words } from "../state/choices.js";

/** @type {State["measure"]["form"][]} */
const FORMS = ["polygon", "circle"];

/** @param {Page} page */
export function insideCard(page) {
  const { form } = page.state.measure;
  const result = page.measure.result();
  const contents = page.inside.contents();
  return html`<div class="ways" role="group" aria-label=${page.say("inside_ways")}>
      ${FORMS.map(
        (one) => html`<button key=${one} type="button" data-form=${one} aria-pressed=${String(one === form)}
          onClick=${() => page.inside.choose(one)}>${page.say(`inside_${one}`)}</button>`,
      )}
    </div>
    ${form === "circle" ? radius(page) : null}
    <span class="result" role="status">${result || page.say(`inside_${form}_how`)}</span>
    <span class="deeds">${form === "polygon" && page.state.measure.points.length ? html`<button type="button" data-deed="undo" onClick=${page.measure.undo}>${page.say("undo")}</button>` : null}
      ${result ? html`<button type="button" data-deed="copy" onClick=${page.measure.copy}>${page.say("copy")}</button>` : null}
      ${contents ? html`<button type="button" data-deed="csv" onClick=${page.inside.save}>${page.say("inside_csv")}</button>` : null}
      <button type="button" onClick=${page.measure.stop}>${page.say("close")}</button></span>
    ${contents ? answer(page, contents) : null}`;
}

/** @param {Page} page */
function radius(page) {
  /** @param {Event} event */
  function read(event) {
    event.preventDefault();
    const form = /** @type {HTMLElement} */ (event.currentTarget).closest("form");
    const field = /** @type {HTMLInputElement} */ (/** @type {HTMLElement} */ (form).querySelector("input"));
    field.setCustomValidity(page.inside.setRadius(field.value) ? "" : page.say("inside_no_radius"));
    field.reportValidity();
  }
  return html`<form key="radius" noValidate onSubmit=${read}>
    <label>${`${page.say("inside_radius")} `}<input type="text" inputmode="decimal" id="yz-radius" value=${String(page.state.measure.km)} onChange=${read} />${` ${page.say("inside_km")}`}</label>
    ${page.inside.openedPlace() ? html`<button type="button" data-deed="around" onClick=${page.inside.around}>${page.say("inside_around")}</button>` : null}
  </form>`;
}

/** What lies inside, as paper has it: the card lies upon the map. @param {Page} page */
export function insideOnPaper(page) {
  const { printing, measure } = page.state;
  const contents = printing && measure.mode === "inside" ? page.inside.contents() : null;
  if (!contents) return null;
  return html`<section class="on-paper"><h2>${page.say("measure_inside")}</h2><p>${page.measure.result()}</p>${answer(page, contents)}</section>`;
}

/** @param {Page} page @param {import("../map/contents.js").Contents} contents */
function answer(page, { zones, projects, parks, unlocated, unlocatedParks }) {
  const { data } = page;
  const narrowed = words(page);
  const isSchematic = zones.some((zone) => zone.isSchematic && zone.isOutlined);
  return html`<div class="lying">
    ${narrowed ? html`<p class="meta">${page.say("narrowed_to") + narrowed}</p>` : null}
    ${
      data.zones.length
        ? html`<section data-of="zones"><h2>${`${page.say("inside_zones")} ${zones.length}`}</h2>
          ${list(zones.map((zone) => link(page, zone.key, zoneNote(page, zone))))}
          ${isSchematic ? html`<p class="meta">${page.say("inside_schematic")}</p>` : null}</section>`
        : null
    }
    ${data.projects.length ? things(page, "projects", projects, unlocated) : null}
    ${data.order.park?.length ? things(page, "parks", parks, unlocatedParks) : null}
    ${page.parcels ? parcelsInside(page, page.parcels) : null}
  </div>`;
}

/**
 * Things by their places: those placed inside are counted, those that only may be inside told apart.
 * @param {Page} page @param {"projects" | "parks"} name @param {import("../map/contents.js").Lying[]} all @param {Key[]} unlocated
 */
function things(page, name, all, unlocated) {
  const inside = all.filter(({ how }) => how !== "near");
  const perhaps = inside.filter(({ how }) => how === "perhaps").length;
  const keys = new Set(inside.map(({ key }) => key));
  const projects = page.data.projects.filter(({ key }) => keys.has(key));
  const sum = projects.length ? ` · ${page.numbers.invested(projects)}` : "";
  /** @param {TextKey} key @param {number} count */
  const told = (key, count) =>
    count ? html`<p class="meta" data-told=${key}>${page.say(key).replace("%n", String(count))}</p>` : null;
  /** @param {import("../map/contents.js").Lying} thing */
  function row(thing) {
    const project = page.data.projects.find(({ key }) => key === thing.key);
    return link(
      page,
      thing.key,
      [project ? page.numbers.investment(project) : "", lyingNote(page, thing)].filter(Boolean).join(" · "),
    );
  }
  return html`<section data-of=${name}><h2>${`${page.say(`inside_${name}`)} ${inside.length}${sum}`}</h2>
    ${told("inside_uncertain", perhaps)}
    ${list(inside.map(row))}
    ${told("inside_also", all.length - inside.length)}
    ${list(all.filter(({ how }) => how === "near").map(row))}
    ${told("inside_unlocated", unlocated.length)}</section>`;
}

/** @param {Page} page @param {NonNullable<Page["parcels"]>} layer */
function parcelsInside(page, layer) {
  const { parcels } = page.state.measure;
  const invented = page.invented();
  if (parcels === "unknown") return html`<p class="meta" data-of="parcels">${page.say("inside_unknown")}</p>`;
  if (!parcels) return html`<section data-of="parcels"><p class="meta">${page.say("inside_waiting")}</p></section>`;
  const { places, sums, first } = parcels;
  const land = page.numbers.mu(sums.reduce((sum, { mu }) => sum + mu, 0));
  const undrawn = layer.undrawn ? page.say("inside_undrawn").replace("%n", String(layer.undrawn)) : "";
  return html`<section data-of="parcels"><h2>${`${page.say("inside_parcels")} ${page.numbers.grouped(places.length)}${places.length ? ` · ${land}` : ""}`}</h2>
    ${invented ? html`<p class="meta">${invented}</p>` : null}
    ${list(sums.map(({ label, count, mu }) => `${page.text(label)} ${page.numbers.parcels(count)} · ${page.numbers.mu(mu)}`))}
    <p class="meta">${`${page.say("inside_middle")} ${undrawn}`.trim()}</p>
    ${list(first.map(({ place, id, label, mu }) => html`<button type="button" class="open-subject" data-key=${`parcel:${id}`} onClick=${() => layer.openAt(place)}>${id}<span class="meta">${`  ${page.text(label)} · ${page.numbers.mu(mu)}`}</span></button>`))}
    ${places.length > first.length ? html`<p class="meta">${page.say("inside_more").replace("%n", page.numbers.grouped(places.length))}</p>` : null}</section>`;
}
