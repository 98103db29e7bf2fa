import { makeBasemaps } from "./map/basemaps.js";
import { placeLabels, spread } from "./map/crowds.js";
import { makeMap } from "./map/map.js";
import { makeMeasure } from "./map/measure.js";
import { makeOrnaments } from "./map/ornaments.js";
import { makeMarkup } from "./markup.js";
import { makeCharts } from "./parts/charts.js";
import { makeClauses } from "./parts/clauses.js";
import { makeFindings } from "./parts/finding.js";
import { makeLayers } from "./parts/layer_tree.js";
import { makeLegend } from "./parts/legend.js";
import { makeLists } from "./parts/lists.js";
import { makePanel } from "./parts/panel.js";
import { makeSearch } from "./parts/search.js";
import { makeSources } from "./parts/sources.js";
import { makeTools } from "./parts/tools.js";
import { makeAddress } from "./state/following.js";
import { makeDownload } from "./take/download.js";
import { makePicture } from "./take/picture.js";
import { makePrint } from "./take/print.js";
import { makeTheme } from "./theme.js";
import { makeViewFindings } from "./views/findings.js";
import { makeViewIndustries } from "./views/industries.js";
import { makeViewLand } from "./views/land.js";
import { makeViewOverview } from "./views/overview.js";
import { makeViewParcels } from "./views/parcels.js";
import { makeViewProjects } from "./views/projects.js";
import { makeNumbers } from "./words/numbers.js";
import { TEXTS } from "./words/texts.js";

/* The page: puts its parts together, and shows what the address asks for. */
window.yzgeo = { ready: false };
export function start(map, layers, tiles) {
  const page = {
    data: JSON.parse(document.getElementById("yz-data").textContent),
    leaflet: map,
    layers: layers,
    tiles: tiles,
    state: { view: "overview", opened: null, rule: null, chosen: null },
    markup: makeMarkup(),
  };
  const m = page.markup;
  const $ = m.byId;
  page.lang = page.data.lang;
  page.text = (both) => both[page.lang];
  page.say = (key) => TEXTS[key][page.lang];
  /* Opens a subject, or closes the panel; the focus goes along, and back to where the subject was opened from. */
  /* What only plans with schematic outlines say. */
  page.ifSchematic = (key) => (page.data.bases.indexOf("schematic") < 0 ? "" : page.say(key));
  page.open = (key) => {
    const from = page.state.opened;
    page.address.go({ opened: key });
    const title = $("yz-panel").querySelector("h2");
    const rows = Array.prototype.slice.call(document.querySelectorAll("#yz-list [data-key]"));
    const row = rows.filter((one) => one.dataset.key === from)[0];
    if (title) title.focus({ preventScroll: true });
    else if (from) (row || $("yz-list")).focus({ preventScroll: true });
  };
  /* A button that opens a subject, by its name or other words. */
  page.link = (key, classes, note, instead) => {
    const subject = page.data.subjects[key];
    const named = page.text(subject.name);
    const button = m.press(
      `${classes || ""} open-subject`,
      classes === "details" ? page.say("details") : instead && note ? note : named,
      () => {
        page.open(key);
      },
    );
    button.dataset.key = key;
    if (classes === "details") button.setAttribute("aria-label", `${page.say("details")} ${named}`);
    if (note && !instead) m.add(button, m.make("span", "meta", `  ${note}`));
    return button;
  };
  page.fold = (id, title, nodes) => {
    const box = m.make("details");
    box.id = id;
    m.add(box, m.make("summary", "", title));
    nodes.forEach((node) => {
      m.add(box, node);
    });
    return box;
  };
  /* What is missing and why; a command in it stays in one piece. */
  page.note = (words) => {
    const box = m.make("p", "empty");
    let cut = words.indexOf("yzgeo build");
    if (cut < 0) cut = words.length;
    return m.add(
      box,
      document.createTextNode(words.slice(0, cut)),
      cut < words.length ? m.make("code", "", words.slice(cut)) : null,
    );
  };
  /* What must be said wherever a made-up ledger is shown, on paper and in pictures above all. */
  page.invented = () => (page.data.land.invented_note ? page.say("invented") : "");
  /* What the view is narrowed to: a picture or a sheet of paper without this would pass for the whole. */
  page.narrowed = () => {
    const view = page.views[page.state.view];
    return view.narrowed ? view.narrowed() : "";
  };
  page.viewName = () =>
    page.say(`view_${page.state.view}`) + (page.narrowed() ? page.say("narrowed") + page.narrowed() : "");
  page.save = (blob, name) => {
    const anchor = m.make("a");
    const address = URL.createObjectURL(blob);
    anchor.href = address;
    anchor.download = name;
    anchor.click();
    setTimeout(() => {
      URL.revokeObjectURL(address);
    }, 10000);
  };
  page.notice = (words) => {
    $("yz-notice").textContent = words;
    $("yz-notice").hidden = !words;
  };
  page.spread = spread;
  page.placeLabels = placeLabels;

  function drawTabs() {
    const box = $("yz-views");
    const names = Object.keys(page.views);
    const held = box.contains(document.activeElement);
    m.empty(box);
    box.setAttribute("aria-label", page.say("views"));
    names.forEach((name, index) => {
      const tab = m.press("tab", page.say(`view_${name}`), () => {
        page.address.go({ view: name, rule: null });
      });
      const chosen = name === page.state.view;
      tab.setAttribute("role", "tab");
      tab.id = `yz-tab-${name}`;
      tab.dataset.view = name;
      tab.tabIndex = chosen ? 0 : -1;
      tab.setAttribute("aria-selected", String(chosen));
      tab.setAttribute("aria-controls", "yz-list");
      tab.addEventListener("keydown", (event) => {
        const last = names.length - 1;
        const next = {
          ArrowRight: index < last ? index + 1 : 0,
          ArrowLeft: index ? index - 1 : last,
          Home: 0,
          End: last,
        }[event.key];
        if (next === undefined) return;
        event.preventDefault();
        page.address.go({ view: names[next], rule: null });
        $(`yz-tab-${page.state.view}`).focus();
      });
      m.add(box, tab);
      if (held && chosen) tab.focus({ preventScroll: true });
    });
  }
  /* What of the list has the focus, told so that the same is found in the list drawn anew. */
  function held() {
    const node = document.activeElement;
    return $("yz-view").contains(node) || $("yz-findings").contains(node) ? told(node) : "";
  }
  function told(node) {
    const at = node.dataset;
    const name = at.rule || at.row || at.key || (node.tagName === "SUMMARY" ? node.parentNode.id : "");
    return name && `${node.tagName} ${node.className.split(" ")[0]} ${name}`;
  }
  function hold(name) {
    const again =
      name &&
      Array.prototype.slice
        .call(document.querySelectorAll("#yz-list button, #yz-list summary"))
        .filter((node) => told(node) === name)[0];
    if (again) again.focus({ preventScroll: true });
  }
  page.redrawView = () => {
    const view = page.views[page.state.view];
    const box = $("yz-view");
    const findings = $("yz-findings");
    const unfolded = {};
    const focused = held();
    if (page.views.parcels) page.views.parcels.recolour();
    box.querySelectorAll("details").forEach((part) => {
      unfolded[part.id] = part.open;
    });
    m.empty(box);
    view.list(box);
    box.querySelectorAll("details").forEach((part) => {
      part.open = Boolean(unfolded[part.id]);
    });
    const open = findings.open || page.state.view === "findings";
    m.empty(findings);
    m.add(
      findings,
      m.make("summary", "", `${page.say("findings")} ${page.numbers.grouped(page.views.findings.total())}`),
      page.views.findings.all(),
    );
    findings.open = open;
    hold(focused);
    page.redrawLegend();
    page.map.show(view);
    markRows();
  };
  /* Where the map is narrow the legend would hide it: it folds, and unfolds when there is room again. Between, it is
     the reader's. */
  let roomy = null;
  function fitLegend() {
    const widest = parseFloat(getComputedStyle($("yz-legend")).maxWidth);
    const room = $("yz-map").offsetWidth > 2 * widest;
    if (room !== roomy) $("yz-legend").open = room;
    roomy = room;
  }
  page.redrawLegend = () => {
    page.legend.draw(page.views[page.state.view].legend());
  };
  function markRows() {
    document.querySelectorAll("#yz-list [data-key]").forEach((row) => {
      row.classList.toggle("open", row.dataset.key === page.state.opened);
    });
  }
  /* Shows another state: only what is different is drawn anew. */
  page.show = (state) => {
    page.search.close();
    const before = page.state;
    const panelled = !$("yz-panel").hidden;
    page.state = state;
    if (before.view !== state.view) {
      page.layerTree.enter(Object.assign({ parcels: false }, page.views[state.view].layers));
      $("yz-findings").open = state.view === "findings";
      $("yz-list").scrollTop = 0;
    }
    document.body.dataset.view = state.view;
    $("yz-list").setAttribute("aria-labelledby", `yz-tab-${state.view}`);
    drawTabs();
    page.redrawView();
    if (before.opened !== state.opened) {
      page.panel.draw();
      if (panelled === $("yz-panel").hidden) {
        fitLegend();
        page.map.resized();
      }
      $("yz-panel").scrollIntoView({ block: "nearest" }); // on a low screen the panel stands beside the map, above the list
    }
    page.map.select(state.opened, before.opened !== state.opened, before.view !== state.view);
  };
  page.redraw = () => {
    document.documentElement.lang = page.lang;
    document.title = page.text(page.data.title);
    $("yz-title").textContent = page.text(page.data.title);
    m.empty($("yz-subtitle"));
    /* A date or a period is not broken at its hyphen. */
    page
      .text(page.data.subtitle)
      .split(/(\u3000| · )/)
      .forEach((part, index) => {
        $("yz-subtitle").appendChild(index % 2 ? document.createTextNode(part) : m.make("span", "part", part));
      });
    $("yz-lang").textContent = page.say("language");
    $("yz-lang").lang = page.lang === "zh" ? "en" : "zh";
    const wanted = page.say(page.data.parcels ? "search_parcels" : "search");
    $("yz-query").placeholder = wanted;
    $("yz-query").setAttribute("aria-label", wanted);
    $("yz-results").setAttribute("aria-label", page.say("search_results"));
    $("yz-bar").setAttribute("aria-label", page.say("views"));
    $("yz-skip").textContent = page.say("skip");
    page.ornaments.draw();
    page.tools.draw();
    page.layerTree.draw();
    page.sources.draw();
    page.measure.draw();
    page.panel.draw();
    drawTabs();
    page.redrawView();
  };

  document.querySelector("meta[name=viewport]").content = "width=device-width, initial-scale=1";
  $("yz-map").appendChild(map.getContainer());
  map.invalidateSize({ animate: false });
  page.numbers = makeNumbers(page);
  page.clauses = makeClauses(page);
  page.findings = makeFindings(page);
  page.theme = makeTheme(page);
  page.charts = makeCharts(page);
  page.legend = makeLegend(page);
  page.lists = makeLists(page);
  page.views = {};
  [
    ["overview", makeViewOverview],
    ["industries", makeViewIndustries],
    ["projects", makeViewProjects],
    ["land", makeViewLand],
    ["findings", makeViewFindings],
    ["parcels", makeViewParcels],
  ].forEach((pair) => {
    const view = pair[1](page);
    if (view) page.views[pair[0]] = view;
  });
  page.ornaments = makeOrnaments(page);
  page.measure = makeMeasure(page);
  page.map = makeMap(page);
  page.basemaps = makeBasemaps(page);
  page.layerTree = makeLayers(page);
  page.panel = makePanel(page);
  page.address = makeAddress(page);
  page.search = makeSearch(page);
  page.download = makeDownload(page);
  page.print = makePrint(page);
  page.picture = makePicture(page);
  page.sources = makeSources(page);
  page.tools = makeTools(page);

  $("yz-layers").open = window.matchMedia("(min-width: 861px)").matches;
  fitLegend();
  $("yz-skip").addEventListener("click", () => {
    $("yz-list").focus();
  });
  $("yz-lang").addEventListener("click", () => {
    page.lang = page.lang === "zh" ? "en" : "zh";
    page.redraw();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || $("yz-dialog").open) return;
    if (page.measure.mode()) page.measure.stop();
    else if (page.state.opened) page.open(null);
  });
  window.addEventListener("resize", () => {
    if (document.body.classList.contains("printing")) return;
    fitLegend();
    page.map.resized();
  });
  page.layerTree.enter(page.views.overview.layers);
  page.redraw();
  page.map.resized();
  page.address.follow();
  window.yzgeo.page = page;
  window.yzgeo.ready = true;
}
