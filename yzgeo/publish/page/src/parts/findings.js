// The section of findings: the same list serves the view of that name and all others.
import { chips } from "../elements/clauses.js";
import { findingBlock } from "../elements/finding.js";
import { classes, html } from "../html.js";
import { hasOwn } from "../own.js";
import { chosenFinding, readClause, readFinding, SEVERITIES, severityShown } from "../reading/choice.js";

/** @type {Part} */
export const findings = {
  id: "yz-findings",
  attributes: (page) => ({
    open: page.state.folds["yz-findings"] || Boolean(page.state.printing && page.state.view === "findings"),
  }),
  content(page) {
    const total = page.data.rules.reduce((sum, rule) => sum + rule.count, 0);
    const shown = isRead(page) ? severityShown(page) : "all";
    const found = page.data.rules.filter((rule) => rule.count);
    const listed = found.filter((rule) => countOf(rule, shown));
    const others = page.data.rules.filter((rule) => !rule.count);
    return html`<summary>${`${page.say("findings")} ${page.numbers.grouped(total)}`}</summary>
      <div>
        ${isRead(page) ? readHead(page) : null}
        ${found.length ? severities(page) : html`<p class="empty">${page.say("findings_none")}</p>`}
        ${found.length && isRead(page) ? segments(page, shown) : null}
        ${found.length && !listed.length ? html`<p class="empty">${page.say("no_such")}</p>` : null}
        ${listed.map((rule) => group(page, rule, shown))}
        ${others.length ? html`<h2>${page.say("rules_other")}</h2>` : null}
        ${others.map((rule) => group(page, rule, "all"))}
        ${gaps(page)} ${proofreading(page)}
      </div>`;
  },
};

/** Whether the list stands beside the finding that is read; on paper all of them are told in it. @param {Page} page */
function isRead(page) {
  return page.view.layout === "reading" && !page.state.printing;
}

/** @param {Rule} rule @param {Severity | "all"} shown */
function countOf(rule, shown) {
  if (shown === "all") return rule.count;
  return shown === "info" ? rule.count - rule.flagged : rule.flagged;
}

/** @param {Page} page */
function readHead(page) {
  const [first] = page.data.clause_order;
  const isWhole = page.state.clause !== null;
  const toggle = () => (isWhole ? page.store.change({ view: "findings", rule: null }) : readClause(page, first));
  return html`<div class="review-head"><h2>${page.say("findings")}</h2>
    ${first ? html`<button type="button" class="button" aria-pressed=${String(isWhole)} onClick=${toggle}>${page.say("whole_text")}</button>` : null}
  </div>`;
}

/** @param {Page} page @param {Severity | "all"} shown */
function segments(page, shown) {
  const { severities: names, severity_counts: counts } = page.data;
  const present = SEVERITIES.filter((name) => counts[name]);
  if (present.length < 2) return null;
  return html`<div class="segments" role="group" aria-label=${page.say("by_severity")}>
    ${[...present, /** @type {const} */ ("all")].map((name) => {
      const words = name === "all" ? page.say("all_severities") : page.text(names[name]);
      const choose = () =>
        page.store.change({ severity: name, ...(narrowsAway(page, name) ? { view: "findings", rule: null } : {}) });
      return html`<button key=${name} type="button" class="button" aria-pressed=${String(name === shown)} onClick=${choose}>${words}</button>`;
    })}
  </div>`;
}

/** Whether the rule that is open has nothing of a severity. @param {Page} page @param {Severity | "all"} severity */
function narrowsAway(page, severity) {
  const { rule } = page.state;
  return (
    Boolean(rule) &&
    severity !== "all" &&
    !page.data.findings.some((one) => one.rule === rule && one.severity === severity)
  );
}

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

/** @param {Page} page @param {Rule} rule @param {Severity | "all"} shown */
function group(page, rule, shown) {
  const { state, numbers } = page;
  const isOpen = state.rule === rule.rule || Boolean(state.printing && state.view === "findings");
  const ofRule = page.data.findings.filter(
    (finding) => finding.rule === rule.rule && (shown === "all" || finding.severity === shown),
  );
  const information = shown === "all" || shown === "info" ? rule.count - rule.flagged : 0;
  const flagged = shown === "info" ? 0 : rule.flagged;
  const isCurrent = isRead(page) && chosenFinding(page)?.rule === rule.rule;
  const toggle = () =>
    page.store.change({ rule: state.rule === rule.rule ? null : rule.rule, view: "findings", ...makingRoom(ofRule) });
  return html`<div key=${rule.rule} class=${classes("rule", isOpen && "open", isCurrent && "current")}>
    <button type="button" class="rule-row" aria-expanded=${String(isOpen)} data-rule=${rule.rule} onClick=${toggle}>
      <span class="grow">${page.text(rule.title)}</span>
      ${isRead(page) ? badges(page, flagged, information) : null}
      ${flagged && !isRead(page) ? html`<span class="flag">${`⚑ ${numbers.grouped(flagged)}`}</span>` : null}
      ${information && !isRead(page) ? html`<span class="meta">${`${page.text(page.data.severities.info)} ${numbers.grouped(information)}`}</span>` : null}
      ${rule.count ? null : html`<span class="meta">${page.text(page.data.statuses[rule.status])}</span>`}
    </button>
    ${isOpen ? unfolded(page, rule, ofRule) : null}
  </div>`;
}

/** On a phone one finding is read at once, several are chosen from. @param {Finding[]} ofRule @returns {Partial<State>} */
const makingRoom = (ofRule) => (ofRule.length < 2 ? { snap: "low" } : {});

/** How many findings a rule has: those to be mended in yellow, the others plain. @param {Page} page @param {number} flagged @param {number} information */
function badges(page, flagged, information) {
  const { info } = page.data.severities;
  return html`${flagged ? html`<span class="flag">${page.numbers.grouped(flagged)}</span>` : null}
    ${information ? html`<span class="flag plain" title=${page.text(info)}>${page.numbers.grouped(information)}</span>` : null}`;
}

/** @param {Page} page @param {Rule} rule @param {Finding[]} ofRule */
function unfolded(page, rule, ofRule) {
  const reason = page.text(rule.reason);
  return html`${chips(page, rule.clauses)}
    ${reason ? html`<p class="meta">${reason}</p>` : null}
    ${isRead(page) ? choices(page, ofRule) : ofRule.map((finding) => findingBlock(page, finding, "subject"))}
    ${rule.untold ? html`<p class="empty">${page.say(rule.in_table ? "untold_in_table" : "untold") + page.numbers.grouped(rule.untold)}</p>` : null}`;
}

/** The findings of a rule to choose from. @param {Page} page @param {Finding[]} ofRule */
function choices(page, ofRule) {
  if (ofRule.length < 2) return null;
  const chosen = chosenFinding(page);
  const names = ofRule.map((finding) => nameOf(page, finding));
  return html`<ul class="choices">
    ${ofRule.map((finding, at) => {
      const isChosen = finding === chosen;
      const isTold = names[at] && names.indexOf(names[at]) === names.lastIndexOf(names[at]);
      const words = isTold ? names[at] : page.text(finding.message);
      return html`<li key=${finding.key}><button type="button" class=${classes("choice", isChosen && "open")} data-finding=${finding.key}
        aria-current=${isChosen ? "true" : null} onClick=${() => readFinding(page, finding)}>${words}</button></li>`;
    })}
  </ul>`;
}

/** @param {Page} page @param {Finding} finding */
function nameOf(page, { subjects }) {
  const key = subjects.find((one) => hasOwn(page.data.subjects, one));
  return key ? page.text(page.data.subjects[key].name) : "";
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
