// What is said of the finding that is read, and what can be done with it.
import { Component } from "preact";
import { chips } from "../elements/clauses.js";
import { icon } from "../elements/icon.js";
import { canOpen } from "../elements/links.js";
import { html } from "../html.js";
import { hasOwn } from "../own.js";
import { listed, readFinding } from "./choice.js";
import { citation } from "./citation.js";

const LONG = 60;
const SHOWN_MS = 2500;
const DRAWN = ["zone", "park", "project"];

/** @param {Page} page @param {Finding} finding */
export function head(page, finding) {
  const { severity, clauses } = finding;
  const message = page.text(finding.message);
  const reading = page.text(finding.reading);
  const remedy = page.text(finding.remedy);
  const outside = clauses.filter((clause) => !hasOwn(page.data.clauses, clause));
  return html`<header class="finding-head">
    <span class=${`tag ${severity}`}>${page.text(page.data.severities[severity])}</span>
    <div class="grow">
      <h2 tabindex="-1" class=${message.length > LONG ? "long" : ""}>${message}</h2>
      ${reading ? html`<p class="meta">${page.say("reading") + reading}</p>` : null}
      ${remedy ? html`<p class="meta">${page.say("remedy") + remedy}</p>` : null}
      ${outside.length ? chips(page, outside) : null}
    </div>
    <div class="deeds">${lookUp(page, finding)}<${Quote} key=${`${finding.rule} ${finding.key}`} page=${page} finding=${finding} />${steps(page, finding)}</div>
  </header>`;
}

/** Leads to the first thing that the finding is about. @param {Page} page @param {Finding} finding */
function lookUp(page, { subjects }) {
  const known = subjects.filter((key) => canOpen(page, key));
  const drawn = known.find((key) => DRAWN.includes(key.split(":")[0]) && !page.subject(key)?.unlocated);
  const key = drawn || known[0];
  if (!key) return null;
  const isLedger = key.startsWith("parcel:"); // which is looked up, and leads to its own view
  const go = () => (drawn && !isLedger ? page.store.change({ view: "overview", opened: key }) : page.open(key));
  return html`<button type="button" class="button" onClick=${go}>${icon("map")}${page.say(drawn || isLedger ? "on_map" : "see_subject")}</button>`;
}

/** The findings before and after, as the list has them. @param {Page} page @param {Finding} finding */
function steps(page, finding) {
  const those = listed(page);
  const at = those.indexOf(finding);
  const step = (/** @type {number} */ by, /** @type {"before" | "after"} */ name) => {
    const next = at < 0 ? undefined : those[at + by];
    return html`<button type="button" class="button" disabled=${!next} aria-label=${page.say(`finding_${name}`)}
      title=${page.say(`finding_${name}`)} onClick=${() => next && readFinding(page, next)}>${icon(name)}</button>`;
  };
  return html`<span class="steps">${step(-1, "before")}${step(1, "after")}</span>`;
}

/** @extends {Component<{page: Page, finding: Finding}, {said: "" | "quoted" | "by_hand"}>} */
class Quote extends Component {
  state = { said: /** @type {"" | "quoted" | "by_hand"} */ ("") };
  timer = 0;

  componentWillUnmount() {
    clearTimeout(this.timer);
  }

  async copy() {
    const { page, finding } = this.props;
    const isCopied = await copyText(citation(page, finding));
    this.setState({ said: isCopied ? "quoted" : "by_hand" });
    clearTimeout(this.timer);
    if (isCopied) this.timer = window.setTimeout(() => this.setState({ said: "" }), SHOWN_MS);
  }

  render() {
    const { page, finding } = this.props;
    const { said } = this.state;
    return html`<button type="button" class="button quote" onClick=${() => this.copy()}>
        ${icon("quote")}${page.say(said === "quoted" ? "quoted" : "quote")}
      </button>
      <span class="hidden-words" role="status">${said === "quoted" ? page.say("quoted") : ""}</span>
      ${
        said === "by_hand"
          ? html`<label class="by-hand">${page.say("quote_by_hand")}
              <textarea readonly rows="6" ref=${selectAll}>${citation(page, finding)}</textarea></label>`
          : null
      }`;
  }
}

/** @param {HTMLTextAreaElement | null} area */
function selectAll(area) {
  if (!area) return;
  area.focus();
  area.select();
}

/** Whether the browser let the text into its clipboard. @param {string} text */
async function copyText(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyByCommand(text); // refused, or not there where the page comes from a file
  }
}

/** @param {string} text */
function copyByCommand(text) {
  const area = document.createElement("textarea");
  area.value = text;
  area.className = "hidden-words";
  document.body.appendChild(area);
  area.select();
  let isCopied = false;
  try {
    isCopied = document.execCommand("copy");
  } catch {
    isCopied = false;
  }
  document.body.removeChild(area);
  return isCopied;
}
