// A clause is a button that unfolds the plan's own words; a source outside the plan is a plain note.
import { Component } from "preact";
import { html } from "../html.js";
import { hasOwn } from "../own.js";
import { readClause } from "../reading/choice.js";

const DATA_FILE = /\.(csv|json|geojson)$/;

/** @param {Page} page @param {string[]} sources */
export function chips(page, sources) {
  return html`<${Chips} key=${sources.join()} page=${page} sources=${sources} />`;
}

/** @extends {Component<{page: Page, sources: string[]}, {unfolded: string[]}>} */
class Chips extends Component {
  state = { unfolded: /** @type {string[]} */ ([]) }; // the clauses whose words are shown, the last unfolded last

  /** @param {string} source */
  toggle(source) {
    const { unfolded } = this.state;
    const others = unfolded.filter((one) => one !== source);
    this.setState({ unfolded: others.length < unfolded.length ? others : [...unfolded, source] });
  }

  render() {
    const { page, sources } = this.props;
    const { clauses } = page.data;
    return html`<div class="sources">
      <div class="chips">${shownOnce(page, sources).map((source) => (clauses[source] ? this.chip(source) : outside(page, source)))}</div>
      ${this.state.unfolded.map(
        (source) => html`<blockquote key=${source} class="passage">
          <span class="heading">${clauses[source].heading}</span>${clauses[source].text}
          <button type="button" class="details" onClick=${() => readClause(page, source)}>${page.say("in_the_text")}</button>
        </blockquote>`,
      )}
    </div>`;
  }

  /** @param {string} source */
  chip(source) {
    const { page } = this.props;
    const isUnfolded = String(this.state.unfolded.includes(source));
    return html`<button type="button" class="chip" title=${page.say("show_clause")} aria-expanded=${isUnfolded}
      onClick=${() => this.toggle(source)}>${page.lang === "zh" ? source : page.data.clauses[source].en}</button>`;
  }
}

/** What the data of a plan folder are called, in place of the name of their file. @param {string} source @returns {TextKey} */
function dataOf(source) {
  if (/place|location/.test(source)) return "data_places";
  return source.endsWith(".geojson") ? "data_outlines" : "data_of_plan";
}

/** @param {Page} page @param {string} source */
function outside(page, source) {
  const { words } = page.data.downloads;
  const named = hasOwn(words, source) ? page.text(words[source]) : source;
  const label = DATA_FILE.test(source) ? page.say(dataOf(source)) : named;
  return html`<span class="chip outside" title=${page.say("outside_source")}>${label}</span>`;
}

/** Files that are called alike stand once. @param {Page} page @param {string[]} sources */
function shownOnce(page, sources) {
  /** @type {Set<string>} */
  const named = new Set();
  return sources.filter((source) => {
    if (page.data.clauses[source] || !DATA_FILE.test(source)) return true;
    const name = dataOf(source);
    return !named.has(name) && named.add(name);
  });
}
