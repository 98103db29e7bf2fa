// The whole plan as one text, with what was found beside it, and its contents.
import { Component } from "preact";
import { classes, html } from "../html.js";
import { readClause } from "./choice.js";
import { labelOf, numbered, paragraph, table } from "./leaf.js";
import { allLeaves, findingsByClause, isRow, titleOf } from "./leaves.js";
import { showClause } from "./strip.js";

/** @typedef {{page: Page, clause: string, lang: Lang, printing: string | null}} Props */

/** @extends {Component<Props>} */
export class Whole extends Component {
  componentDidMount() {
    this.goThere();
  }

  /** The clause in the text, and its entry in the contents. */
  goThere() {
    showClause(this.props.clause);
    const entry = document.querySelector("#yz-reading .open-clause.open");
    if (entry) entry.scrollIntoView({ block: "nearest" });
  }

  /** The text is long, and other things change the state often. @param {Props} next */
  shouldComponentUpdate(next) {
    const { clause, lang, printing } = this.props;
    return next.clause !== clause || next.lang !== lang || next.printing !== printing;
  }

  /** @param {Props} before */
  componentDidUpdate(before) {
    if (before.clause !== this.props.clause) this.goThere();
  }

  render() {
    const { page, clause } = this.props;
    const leaves = allLeaves(page.data);
    const by = findingsByClause(page.data);
    const numbers = numbered(null, by, page.data.clause_order);
    const marked = { page, finding: null, by, numbers, differs: new Map() };
    const hits = new Set([clause]);
    const here = page.data.clauses[clause].page;
    return html`<div class="whole">
      <nav class="contents" aria-label=${page.say("contents")}><ul>
        ${leaves.map(({ page: label, clauses }) => {
          const count = new Set(clauses.flatMap((one) => by.get(one) || [])).size;
          const isHere = label === here;
          return html`<li key=${label}><button type="button" class=${classes("open-clause", isHere && "open")}
            aria-current=${isHere ? "true" : null} onClick=${() => readClause(page, label)}>
            <span class="grow">${entry(page, label)}</span>${count ? html`<span class="flag">${count}</span>` : null}
          </button></li>`;
        })}
      </ul></nav>
      <section class="leaf" tabindex="0" aria-label=${page.say("whole_text")}>
        ${leaves.map(({ page: label, clauses }) => {
          const hasRows = clauses.some((one) => isRow(page.data, one));
          if (hasRows)
            return html`<h3 class="caption">${labelOf(page, label)}</h3>${table(marked, label, clauses, hits)}`;
          return clauses.map((one) => paragraph(marked, one, hits));
        })}
      </section>
    </div>`;
  }
}

/** @param {Page} page @param {string} label */
function entry(page, label) {
  const title = titleOf(page.data.clauses[label]);
  const words = html`<span lang="zh">${title}</span>`;
  return title.startsWith(label) && page.lang === "zh"
    ? words
    : html`<span class="meta">${labelOf(page, label)}</span> ${words}`;
}
