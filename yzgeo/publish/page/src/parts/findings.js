// The section of findings: the same list serves the view of that name and all others.
import { chips } from "../elements/clauses.js";
import { findingBlock } from "../elements/finding.js";
import { classes, html } from "../html.js";

/** @type {Severity[]} */
const SEVERITIES = ["error", "warning", "info"];

/** @type {Part} */
export const findings = {
  id: "yz-findings",
  attributes: (page) => ({
    open: page.state.folds["yz-findings"] || Boolean(page.state.printing && page.state.view === "findings"),
  }),
  content(page) {
    const total = page.data.rules.reduce((sum, rule) => sum + rule.count, 0);
    const flagged = page.data.rules.filter((rule) => rule.count);
    const others = page.data.rules.filter((rule) => !rule.count);
    return html`<summary>${`${page.say("findings")} ${page.numbers.grouped(total)}`}</summary>
      <div>
        ${flagged.length ? severities(page) : html`<p class="empty">${page.say("findings_none")}</p>`}
        ${flagged.map((rule) => group(page, rule))}
        ${others.length ? html`<h2>${page.say("rules_other")}</h2>` : null}
        ${others.map((rule) => group(page, rule))}
        ${gaps(page)} ${proofreading(page)}
      </div>`;
  },
};

/** @param {Page} page */
function severities(page) {
  const { severities: names, severity_counts: counts } = page.data;
  const shown = SEVERITIES.filter((name) => counts[name]);
  return html`<p class="meta counts">
    ${shown.map((name) => {
      const words = `${page.text(names[name])} ${page.numbers.grouped(counts[name] || 0)}`;
      return html`<span class=${`severity ${name}`}>${words}</span>`;
    })}
  </p>`;
}

/** @param {Page} page @param {Rule} rule */
function group(page, rule) {
  const { state, numbers } = page;
  const isOpen = state.rule === rule.rule || Boolean(state.printing && state.view === "findings");
  const findingsOfRule = page.data.findings.filter((finding) => finding.rule === rule.rule);
  const information = rule.count - rule.flagged;
  const toggle = () => page.store.change({ rule: isOpen ? null : rule.rule, view: "findings" });
  return html`<div key=${rule.rule} class=${classes("rule", isOpen && "open")}>
    <button type="button" class="rule-row" aria-expanded=${String(isOpen)} data-rule=${rule.rule} onClick=${toggle}>
      <span class="grow">${page.text(rule.title)}</span>
      ${rule.flagged ? html`<span class="flag">${`⚑ ${numbers.grouped(rule.flagged)}`}</span>` : null}
      ${information ? html`<span class="meta">${`${page.text(page.data.severities.info)} ${numbers.grouped(information)}`}</span>` : null}
      ${rule.count ? null : html`<span class="meta">${page.text(page.data.statuses[rule.status])}</span>`}
    </button>
    ${isOpen ? unfolded(page, rule, findingsOfRule) : null}
  </div>`;
}

/** @param {Page} page @param {Rule} rule @param {Finding[]} findingsOfRule */
function unfolded(page, rule, findingsOfRule) {
  const reason = page.text(rule.reason);
  return html`${chips(page, rule.clauses)}
    ${reason ? html`<p class="meta">${reason}</p>` : null}
    ${findingsOfRule.map((finding) => findingBlock(page, finding, "subject"))}
    ${rule.untold ? html`<p class="empty">${page.say("untold") + page.numbers.grouped(rule.untold)}</p>` : null}`;
}

/**
 * What the data at hand lack: told beside the findings, never counted among them.
 * @param {Page} page
 */
function gaps(page) {
  const { gaps: lacking } = page.data;
  if (!lacking.length) return null;
  return html`<h2>${page.say("gaps")} ${page.numbers.grouped(lacking.length)}</h2>
    <p class="meta">${page.say("gaps_note")}</p>
    <ul class="gaps">
      ${lacking.map((gap) => html`<li>${page.text(gap.message)} <span class="meta">${page.text(gap.remedy)}</span></li>`)}
    </ul>`;
}

/**
 * Suspected misprints: for whoever reads proof, never counted among the findings.
 * @param {Page} page
 */
function proofreading(page) {
  const { proofreading: misprints } = page.data;
  if (!misprints.length) return null;
  return html`<h2>${page.say("proofreading")} ${page.numbers.grouped(misprints.length)}</h2>
    <p class="meta">${page.say("proofreading_note")}</p>
    <ul class="gaps">
      ${misprints.map(
        (one) =>
          html`<li>
            ${page.text(one.place)} …${one.printed}… ${page.say("perhaps")} <b>${one.suspected}</b>
            <span class="meta">${page.text(one.reason)}</span>
          </li>`,
      )}
    </ul>`;
}
