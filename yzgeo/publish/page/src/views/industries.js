// Which zone leads in what, and where the pattern overlaps: a stamp for each industry, and the whole as a matrix.
import { counted, fold, linkList } from "../elements/links.js";
import { matrix } from "../elements/matrix.js";
import * as signs from "../elements/signs.js";
import { stamp } from "../elements/stamp.js";
import { classes, html } from "../html.js";

const MOST_NAMED = 4; // beside a zone on the map

/** @param {Page} page @returns {View | null} */
export function industries(page) {
  const { data } = page;
  if (!data.industries.length && !data.order.industry) return null;

  /** The zones that lead in the industry that is opened. */
  function picked() {
    return page.subject(page.state.opened)?.zones || null;
  }
  /** @param {string} zoneId */
  function shortName(zoneId) {
    const zone = data.zones.find((one) => one.zone_id === zoneId);
    return zone ? page.text(zone.shortest) : zoneId;
  }
  /** @param {Industry} industry */
  function stampButton({ key, zones }) {
    const zoneIds = zones.map((zone) => zone.zone_id);
    const isShared = zones.length > 1;
    return html`<button key=${key} type="button" class=${classes("stamp-button", page.state.opened === key && "open")}
      data-key=${key} onClick=${() => page.open(key)}>
      ${data.bases.length ? stamp(page, zoneIds, isShared, "") : null}
      <span class="name">${page.text(data.subjects[key].name)}</span>
      <span class="meta">${isShared ? `${zones.length} ${page.say("zones_lead")}` : shortName(zoneIds[0])}</span>
    </button>`;
  }
  /** @param {TextKey} title @param {Industry[]} shown */
  function stamps(title, shown) {
    if (!shown.length) return null;
    return html`<h2>${counted(page.say(title), shown.length)}</h2>
      <div class="stamps">${shown.map(stampButton)}</div>`;
  }
  function others() {
    const keys = (data.order.industry || []).filter((key) => !data.subjects[key].zones?.length);
    if (!keys.length) return null;
    const title = counted(page.say("industries_prose"), keys.length);
    return fold(page, "yz-other-industries", title, linkList(page, keys));
  }

  return {
    title: { zh: "产业", en: "Industries" },
    sign: "industries",
    layout: "map",
    layers: { zones: true, parks: false, projects: false, findings: false },
    list: () => html`${stamps(
      "industries_shared",
      data.industries.filter((industry) => industry.zones.length > 1),
    )}
      ${stamps(
        "industries_single",
        data.industries.filter((industry) => industry.zones.length === 1),
      )}
      ${
        data.industries.length
          ? html`<h2>${page.say("matrix")}</h2>
            ${matrix(page)}
            <p class="meta">${page.say("matrix_note")}</p>`
          : null
      }
      ${others()}`,
    legend: () => [...signs.kinds(page), ...signs.shared(page)],
    style(key, subject) {
      if (subject.kind !== "zone") return null;
      const leads = picked();
      const id = key.slice("zone:".length);
      if (!leads) return null;
      return leads.includes(id) ? { isHatched: leads.length > 1 } : { fillOpacity: 0.2 };
    },
    label(zone) {
      const names = page.text(zone.leading).split(page.lang === "zh" ? "、" : ", ");
      if (picked()) return "";
      if (names.length <= MOST_NAMED) return names;
      return [...names.slice(0, MOST_NAMED - 1), page.say("and_so_on").replace("%d", String(names.length))];
    },
  };
}
