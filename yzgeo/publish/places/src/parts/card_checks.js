// What the card tells of a point: where it lies, and what it serves.
import { html } from "../../../page/src/html.js";
import { namesakes } from "../answers.js";
import { distance, isInside, metresToOutline } from "../reading/district.js";
import { length } from "../reading/numbers.js";

/** Whether a point is in the district; nothing where that has no outline. @param {PlacesPage} page @param {number} lat @param {number} lon */
function district(page, lat, lon) {
  const { data, state } = page;
  const name = page.text(data.plan.district);
  if (!data.district) return null;
  if (isInside(data.district, lat, lon))
    return html`<span class="yz-good">✓ ${page.fill("inside", { district: name })}</span>`;
  const far = length(metresToOutline(data.district, lat, lon), state.lang);
  return html`<span class="yz-warn">⚠ ${page.fill("outside", { district: name, far })}</span>`;
}

/** @param {PlacesPage} page @param {WantedPlace} wanted @param {PlaceDraft} draft */
export function checks(page, wanted, draft) {
  const { state } = page;
  if (draft.lat === null || draft.lon === null) return html`<p class="yz-wait">${page.say("no_click")}</p>`;
  const town = wanted.town ? page.known[wanted.town] : null;
  return html`${draft.read ? html`<p>${draft.read}</p>` : null}
    <p>${district(page, draft.lat, draft.lon)}
    ${
      town
        ? html`<span>${page.fill("town_away", { town: page.text(town.name), far: length(distance([draft.lat, draft.lon], [town.lat, town.lon]), state.lang) })}</span>`
        : null
    }</p>`;
}

/** @param {PlacesPage} page @param {WantedPlace} wanted @param {PlaceDraft} draft */
export function uses(page, wanted, draft) {
  const others = page.data.wanted.filter((one) => draft.also.includes(one.id));
  const all = [wanted, ...others].flatMap((one) => one.uses);
  const town = wanted.town ? page.known[wanted.town] : null;
  const shrinks =
    town?.extent_m && draft.uncertainty_m && draft.uncertainty_m < town.extent_m
      ? page.fill("shrinks", {
          from: length(town.extent_m, page.state.lang),
          to: length(draft.uncertainty_m, page.state.lang),
        })
      : "";
  const same = namesakes(page.data, wanted.id, draft.name);
  return html`${
    all.length > 1 || shrinks
      ? html`<p><b>${page.fill("one_for_all", { n: all.length })}</b>${shrinks ? ` ${shrinks}` : ""}</p>`
      : null
  }
    ${
      same.length
        ? html`<fieldset><legend>${page.fill("also", { name: draft.name.trim() })}</legend>
          ${same.map(
            (one) =>
              html`<label key=${one.id}><input type="checkbox" checked=${draft.also.includes(one.id)} onChange=${() =>
                page.act.change({
                  also: draft.also.includes(one.id)
                    ? draft.also.filter((id) => id !== one.id)
                    : [...draft.also, one.id],
                })} /> ${one.name}</label>`,
          )}</fieldset>`
        : null
    }
    <ul class="yz-uses">
      ${all.map(
        (use) =>
          html`<li key=${use.key}><b>${page.say(`kind_${use.kind}`)}</b> ${use.name}${use.words && use.words !== use.name ? html` <q>${use.words}</q>` : null} ${" "}<small>${page.text(use.source)}</small>${use.quote ? html`<blockquote>${use.quote}</blockquote>` : null}</li>`,
      )}
    </ul>`;
}
