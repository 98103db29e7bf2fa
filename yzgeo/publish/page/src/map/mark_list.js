// What stands behind a mark: pointed at it says so, and a click opens it, or a list where there are several things.
import { render } from "preact";
import { list, namedLink } from "../elements/links.js";
import { html } from "../html.js";

const MOST_LISTED = 200;
const LEAST_PX = 140;
const MOST_PX = 380; // higher than all there is at most places
const AROUND_PX = 90;

/** @param {Page} page */
export function makeList(page) {
  const map = page.leaflet;
  const tip = L.tooltip({ direction: "top", className: "mark-hint" });
  const popup = L.popup({ maxHeight: 380, minWidth: 220, maxWidth: 300, autoPanPadding: [20, 20] });
  const byKey = new Map(page.data.projects.map((project) => [project.key, project]));

  /** @param {Key[]} keys */
  const projectsOf = (keys) => keys.flatMap((key) => byKey.get(key) || []);
  /** @param {Key[]} keys */
  function places(keys) {
    const sites = page.data.sites.filter(
      ({ projects, parks }) =>
        projects.some(({ key }) => keys.includes(key)) || parks.some((key) => keys.includes(key)),
    );
    return sites.map(({ name }) => page.text(name)).join(page.lang === "zh" ? "、" : ", ");
  }
  /** @param {Key[]} keys */
  function words(keys) {
    if (keys.length === 1) {
      const { name, note } = page.data.subjects[keys[0]];
      return [page.text(name), note ? page.text(note) : ""].filter(Boolean).join(" · ");
    }
    const projects = projectsOf(keys);
    const count = projects.length
      ? `${page.numbers.projects(projects.length)} · ${page.numbers.invested(projects)}`
      : `${keys.length} ${page.say("parks_counted")}`;
    return `${places(keys)} · ${count}`;
  }
  /** @param {Key} key */
  function row(key) {
    const project = byKey.get(key);
    const invests = project ? page.numbers.investment(project) : "";
    return html`${namedLink(page, key, "")}<span class="meta">${invests}</span>`;
  }
  /** Most investment first. @param {Key[]} keys */
  const ranked = (keys) => [...keys].sort((a, b) => (byKey.get(b)?.investment || 0) - (byKey.get(a)?.investment || 0));
  /** @param {string} words */
  function textBox(words) {
    const box = document.createElement("div");
    box.textContent = words;
    return box;
  }

  // The degrees at the edge stand above the map: not above a list.
  map.on("popupopen popupclose", ({ type }) => {
    map.getContainer().classList.toggle("with-list", type === "popupopen");
  });

  return {
    /** @param {Key[]} keys @param {L.LatLng} at */
    open(keys, at) {
      map.closeTooltip(tip);
      if (keys.length === 1) {
        page.open(keys[0]);
        return;
      }
      const box = document.createElement("div");
      render(html`<p>${words(keys)}</p>${list(ranked(keys).slice(0, MOST_LISTED).map(row))}`, box);
      popup.options.maxHeight = Math.max(LEAST_PX, Math.min(MOST_PX, map.getSize().y - AROUND_PX));
      popup.setLatLng(at).setContent(box).openOn(map);
    },
    close: () => map.closePopup(popup),
    /** @param {Key[]} keys @param {L.LatLng | null} at */
    hint(keys, at) {
      if (at && keys.length) map.openTooltip(tip.setLatLng(at).setContent(textBox(words(keys))));
      else map.closeTooltip(tip);
    },
  };
}
