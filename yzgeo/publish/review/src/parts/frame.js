// What stands around the panes: the bar, the outline, the legend, what is told, the tabs.
import { classes, html } from "../../../page/src/html.js";
import { hasOwn } from "../../../page/src/own.js";
import { counted, unsaved } from "../answers.js";
import { standing } from "../model/marks.js";
import { entryAt, openCounts } from "../model/outline.js";
import { saidBy } from "./question.js";

const FEW = 3; // answers, before the pace says anything

/** Minutes that what is open takes at the reader's own pace; null before that is known. @param {ReviewState} state @param {number} open */
export function minutesLeft({ pace }, open) {
  if (pace.length < FEW || !open) return null;
  const mean = pace.reduce((sum, one) => sum + one, 0) / pace.length;
  return Math.max(1, Math.round((mean * open) / 60));
}

/** @param {ReviewPage} page */
export function bar(page) {
  const { state, data } = page;
  const { done, open } = counted(state.answers, data.questions);
  const count = unsaved(state);
  const minutes = minutesLeft(state, open);
  const choose = () => /** @type {HTMLInputElement} */ (document.querySelector("#yz-file")).click();
  return html`<header class="yz-bar"><a class="yz-skip" href="#yz-answering">${page.say("skip_link")}</a>
    <h1><span class="yz-plan" lang="zh">${data.document.title}</span>${data.document.files.map((name) => html`<span class="yz-name" key=${name}>${name}</span>`)}</h1>
    <div class="yz-progress" role="status" aria-live="polite"><span class="yz-meter" aria-hidden="true"><i style=${{ flexGrow: done }}></i><i class="rest" style=${{ flexGrow: open }}></i></span>
      <b>${page.fill("answered", { n: done })}</b> · <b class=${open ? "yz-due" : ""}>${page.fill("unanswered", { n: open })}</b>
      ${minutes ? html`<small>${page.fill("minutes", { n: minutes })}</small>` : null}</div>
    <div class="yz-file"><button type="button" class="quiet" data-tool="lang" lang=${state.lang === "zh" ? "en" : "zh"} onClick=${() => page.store.change({ lang: state.lang === "zh" ? "en" : "zh", message: null })}>${page.say("other_lang")}</button>
      <button type="button" class="quiet" data-tool="print" onClick=${() => window.print()}>${page.say("print")}</button>
      <button type="button" class="quiet" data-tool="copy" onClick=${page.file.copy}>${page.say("copy")}</button>
      <input id="yz-file" type="file" multiple accept=".csv,.tsv,.txt,text/csv" hidden onChange=${(
        /** @type {Event} */ event,
      ) => {
        const field = /** @type {HTMLInputElement} */ (event.target);
        page.file.open(Array.from(field.files || []));
        field.value = "";
      }} />
      <button type="button" data-tool="load" onClick=${choose}>${page.say("load")}</button>
      <button type="button" class="primary" data-tool="save" onClick=${page.file.save}>
        <svg width="14" height="16" viewBox="0 0 14 16" aria-hidden="true"><path d="M7 1v9M3 6.5 7 10.5 11 6.5M1 14.5h12" /></svg>
        <b>${page.say("save")}</b> <span>${count ? page.fill("unsaved", { n: count }) : Object.keys(state.answers).length ? page.say("all_saved") : ""}</span></button></div></header>`;
}

/** @param {ReviewPage} page */
export function outline(page) {
  const { data, state } = page;
  const counts = openCounts(page.outline, data.questions, (id) => hasOwn(state.answers, id));
  const at = state.selected ? page.atOf(state.selected) : -1;
  const current = at < 0 ? -1 : entryAt(page.outline, at);
  const { characters, complete } = data.document;
  return html`<nav class="yz-outline" aria-label=${page.say("outline")}><h2>${page.say("outline")} <small>${page.say("open_short")}</small></h2>
    <ul>${page.outline.map(
      (entry, number) =>
        html`<li key=${entry.at} class=${classes(`l${entry.level}`, number === current && "current")}><button type="button" onClick=${() => {
          page.store.change({ mode: "table", pane: "document" });
          page.go(entry.at);
        }}><span lang=${entry.title ? "zh" : undefined}>${entry.title || page.say("beginning")}</span>${counts[number] ? html`<b class="yz-due">${counts[number]}</b>` : html`<span aria-hidden="true">✓</span>`}</button></li>`,
    )}</ul>
    <p>${page.fill("extent", { n: data.clauses.length, characters: characters.toLocaleString("en") })}${complete === null ? null : html` <b>${page.say(complete ? "complete" : "incomplete")}</b>`}</p></nav>`;
}

/** @param {ReviewPage} page */
export function legend(page) {
  const { hidden } = page.state;
  const kinds = Object.entries(page.kindCounts);
  /** @param {ReviewStatus} status */
  const number = (status) => page.statusCounts[status] || 0;
  const lines = /** @type {const} */ (["sure", "likely", "guess", "unread"]);
  return html`<div class="yz-legend"><p role="group" aria-label=${page.say("legend")}><b>${page.fill("read_total", { n: page.data.candidates.length })}</b>
    ${kinds.map(
      ([kind, n]) =>
        html`<button type="button" key=${kind} aria-pressed=${String(!hasOwn(hidden, kind))} onClick=${() => {
          const { [kind]: was, ...rest } = hidden;
          page.store.change({ hidden: was ? rest : { ...hidden, [kind]: true } });
        }}>${page.kind(kind)} <b>${n}</b></button>`,
    )}</p>
    <p>${lines.map((status) => html`<span key=${status}><span class=${`yz-m ${status}`}>${page.say(`line_${status}`)}</span> ${page.fill(`legend_${status}`, { n: number(status) })}</span>`)}
      <span><b class="yz-sign" aria-hidden="true">≠</b> <span class="yz-m differ">${page.say("line_sure")}</span> ${page.say("legend_differ")}</span></p></div>`;
}

/** What is told, until the reader has read it. @param {ReviewPage} page */
export function told(page) {
  const { message, storage, conflicts } = page.state;
  return html`<div class="yz-told" role="status" aria-live="polite">
    ${storage === "refused" && !message ? html`<p class="warned">${page.say("storage_refused")}</p>` : null}
    ${message ? html`<p class=${message.tone}>${message.words} <button type="button" onClick=${() => page.store.change({ message: null })}>${page.say("close")}</button></p>` : null}
    ${conflicts ? conflictList(page, conflicts) : null}</div>`;
}

/** @param {ReviewPage} page @param {ReviewConflict[]} conflicts */
function conflictList(page, conflicts) {
  const ids = conflicts.map(({ id }) => id);
  /** @param {ReviewAnswer} answer @param {string} id */
  const words = ({ answer, value, unit, note }, id) => {
    const option = page.questions.get(id)?.options.find(({ number }) => number === answer);
    return [`${answer} ${option ? saidBy(page, option) : `${value}${unit}`}`.trim(), note].filter(Boolean).join("；");
  };
  return html`<div class="yz-conflicts" role="group" aria-label=${page.fill("conflicts", { n: ids.length })}><b>${page.fill("conflicts", { n: ids.length })}</b>
    <p><button type="button" data-tool="all-mine" onClick=${() => page.act.settle(false, ids)}>${page.say("all_mine")}</button> <button type="button" data-tool="all-theirs" onClick=${() => page.act.settle(true, ids)}>${page.say("all_theirs")}</button></p>
    <ul>${conflicts.map(({ id, own, theirs }) => {
      const question = page.questions.get(id);
      return html`<li key=${id}>${question ? page.text(question.question) : page.cells.get(id)?.quote}
      <button type="button" onClick=${() => page.act.settle(false, [id])}>${page.say("mine")}：${words(own, id)}</button>
      <button type="button" onClick=${() => page.act.settle(true, [id])}>${page.say("theirs")}：${words(theirs, id)}</button></li>`;
    })}</ul></div>`;
}

/** @param {ReviewPage} page */
export function panes(page) {
  const names = /** @type {const} */ (["document", "rows", "question"]);
  return html`<div class="yz-panes">${names.map(
    (name) =>
      html`<button type="button" key=${name} aria-pressed=${String(page.state.pane === name)} onClick=${() => page.store.change({ pane: name })}>${page.say(`pane_${name}`)}</button>`,
  )}</div>`;
}

/** The open questions as a form on paper. @param {ReviewPage} page */
export function form(page) {
  const { state, data } = page;
  if (!state.printing) return null;
  const open = data.questions.filter(({ id }) => !hasOwn(state.answers, id));
  return html`<div class="yz-form"><h1 lang="zh">${data.document.title}</h1><h2>${page.say("form_title")} ${open.length}</h2><p>${page.say("form_hint")} ${page.say("form_by")}</p>
    ${open.map(
      (
        one,
      ) => html`<section key=${one.id}><h3>${page.numberOf(one.id)}. ${page.text(one.question)}</h3><p>${page.text(one.why)}</p>
      <blockquote lang="zh">${one.row.quote} <small>${standing(one) ? one.row.clause : ""}</small></blockquote>
      <ul>${one.options.map((option) => html`<li key=${option.number}>☐ ${option.number} ${saidBy(page, option)} <small lang="zh">${option.evidence}</small></li>`)}
      <li>☐ 0 ${page.say("not_stated")}</li><li>☐ E ${page.say("own")} <i class="line"></i> ${page.say("own_unit")} <i class="line short"></i></li></ul></section>`,
    )}</div>`;
}
