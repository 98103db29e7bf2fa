// A question: why it is asked, its answers with their evidence, and what each changes.
import { classes, html } from "../../../page/src/html.js";
import { hasOwn } from "../../../page/src/own.js";
import { OF_PLACE } from "../actions.js";
import { beside, counted } from "../answers.js";
import { standing } from "../model/marks.js";
import { standsAt } from "../model/proof.js";
import { Alike } from "./alike.js";
import { keycap } from "./marks.js";
import { slipsOf } from "./slips.js";

const COMING = 2;

/** What an answer puts into the tables. @param {ReviewPage} page @param {ReviewQuestion} question @param {ReviewOption} option */
function effect(page, { row }, { cells, value }) {
  if (cells.length) {
    const names = [...new Set(cells.map(({ table }) => `${table}.csv`))].join("、");
    const said = cells.map((cell) => `${page.label(cell.table, cell.column)} ${cell.value}`);
    return html`${names}：<span lang="zh">${said.join("；")}</span>`;
  }
  if (!row.table || !row.column) return page.say("fills_none");
  return page.fill("fills", { table: row.table, column: page.label(row.table, row.column), value });
}

/** The table that an answer goes into. @param {ReviewPage} page @param {ReviewQuestion} question @param {ReviewOption} option */
function tableOf(page, { row }, { cells }) {
  const table = cells.length ? cells[0].table : row.table;
  return table && `${page.label(table)} ${table}.csv`;
}

/** What an option says, in the page's language. @param {ReviewPage} page @param {ReviewOption} option */
export const saidBy = (page, { value, english }) => page.text({ zh: value, en: english || value });

/** The number of the slip that shows a clause. @param {ReviewPage} page @param {ReviewQuestion} question @param {ReviewOption} option */
function slipNumber(page, question, option) {
  const number = slipsOf(page, question).indexOf(option.at ?? -1);
  return number < 0 ? null : html`<span class="yz-slip-number">${number + 1}</span>`;
}

/** @param {ReviewPage} page @param {ReviewQuestion} question @param {ReviewOption} option @param {boolean} isWhole */
function answer(page, question, option, isWhole) {
  const chosen = page.state.draft.choice === option.number;
  const [{ evidence }] = question.options; // docked, what all answers rest on is not said with each: the quote is above
  const grounds = isWhole || question.options.some((other) => other.evidence !== evidence);
  return html`<label key=${option.number} class=${classes("yz-answer", chosen && "chosen")}>
    <input type="radio" name="yz-choice" value=${option.number} checked=${chosen} onChange=${() => page.act.choose(option.number)} />
    ${keycap(option.number)}<span class="yz-said"><b>${saidBy(page, option)}</b>
      ${grounds && option.evidence && html`<span class="yz-grounds">${isWhole ? html`<b>${page.say("grounds")}</b> ` : null}${slipNumber(page, question, option)} <span lang="zh">${option.evidence}</span></span>`}
      ${isWhole ? html`<span><b>${page.say("result")}</b> ${effect(page, question, option)}</span>` : null}</span>
    ${isWhole ? null : html`<small>${tableOf(page, question, option)}</small>`}</label>`;
}

/** The answer of the reader's own: what stands in the text. @param {ReviewPage} page @param {ReviewQuestion} question */
function own(page, question) {
  const { draft } = page.state;
  const chosen = draft.choice === "E";
  const at =
    draft.value.trim() && chosen ? standsAt(page.data.clauses, draft.value, standing(question)?.at ?? null) : -1;
  const hint = page.say(question.kind === OF_PLACE ? "own_place_hint" : "own_hint");
  const said = at >= 0 ? page.fill("stands_in", { clause: page.data.clauses[at].clause }) : hint;
  /** @param {"value" | "unit"} name */
  const typed = (name) => (/** @type {Event} */ event) =>
    page.act.change({ choice: "E", [name]: /** @type {HTMLInputElement} */ (event.target).value });
  const enter = (/** @type {KeyboardEvent} */ event) => {
    if (event.key !== "Enter" || event.isComposing) return;
    event.preventDefault();
    page.act.confirm();
  };
  return html`<div class=${classes("yz-answer own", chosen && "chosen")}>
    <input type="radio" name="yz-choice" id="yz-own-choice" value="E" checked=${chosen} onChange=${() => page.act.choose("E")} aria-label=${page.say("own")} />
    ${keycap("E")}<span class="yz-said"><label for="yz-own-choice"><b>${page.say("own")}</b></label>
      <input id="yz-own" type="text" autocomplete="off" placeholder=${page.say("own_value")} aria-label=${page.say("own_value")} value=${chosen ? draft.value : ""} onInput=${typed("value")} onKeyDown=${enter} />
      <input id="yz-own-unit" type="text" autocomplete="off" placeholder=${page.say("own_unit")} aria-label=${page.say("own_unit")} value=${chosen ? draft.unit : ""} onInput=${typed("unit")} onKeyDown=${enter} />
      <small>${said}</small></span></div>`;
}

/** @param {ReviewPage} page */
function notStated(page) {
  const chosen = page.state.draft.choice === "0";
  return html`<label class=${classes("yz-answer", chosen && "chosen")}>
    <input type="radio" name="yz-choice" value="0" checked=${chosen} onChange=${() => page.act.choose("0")} />
    ${keycap("0")}<span class="yz-said"><b>${page.say("not_stated")}</b> <small>${page.say("not_stated_hint")}</small></span></label>`;
}

/** What an answer is, in words. @param {ReviewPage} page @param {string} id */
export function answerWords(page, id) {
  const { answer: given, value, unit } = page.state.answers[id];
  const option = page.questions.get(id)?.options.find(({ number }) => number === given);
  if (option) return saidBy(page, option);
  if (given === "0") return page.say("not_stated");
  return given === "X" ? page.say("not_taken") : `${value}${unit}`;
}

/** @param {ReviewPage} page @param {string} id */
const title = (page, id) => {
  const question = page.questions.get(id);
  return question ? page.text(question.question) : page.cells.get(id)?.value || "";
};

/** The line of the answer that was given last. @param {ReviewPage} page */
function just(page) {
  const { last, answers } = page.state;
  const words =
    last && hasOwn(answers, last)
      ? html`<b>${page.say("just_answered")}</b> <span>${title(page, last)} → ${answerWords(page, last)}</span>`
      : null;
  return html`<p class="yz-just">${words}</p>`;
}

/** @param {ReviewPage} page */
function coming(page) {
  /** @type {string[]} */
  const ids = [];
  let id = page.state.at;
  for (let number = 0; number < COMING && id; number += 1) {
    id = beside(page.data.questions, id, 1, (one) => !hasOwn(page.state.answers, one) && !ids.includes(one));
    if (id && id !== page.state.at) ids.push(id);
  }
  if (!ids.length) return null;
  return html`<ul class="yz-coming" aria-label=${page.say("next_up")}>${ids.map(
    (one) =>
      html`<li key=${one}><button type="button" class="quiet" onClick=${() => page.act.open(one)}><b>${page.say("next_up")}</b> ${title(page, one)}</button> <small>${page.questions.get(one)?.row.clause}</small></li>`,
  )}</ul>`;
}

/** @param {ReviewPage} page */
function decide(page) {
  const { draft } = page.state;
  return html`<div class="yz-decide"><span class="yz-note">${keycap("B")}<input id="yz-note" type="text" autocomplete="off" placeholder=${page.say("note")} aria-label=${page.say("note")} value=${draft.note}
      onInput=${(/** @type {Event} */ event) => page.act.change({ note: /** @type {HTMLInputElement} */ (event.target).value })}
      onKeyDown=${(/** @type {KeyboardEvent} */ event) => event.key === "Enter" && !event.isComposing && page.act.confirm()} /></span>
    <button type="button" class=${draft.choice ? "primary" : "waiting"} data-tool="confirm" onClick=${page.act.confirm} aria-disabled=${draft.choice ? undefined : "true"}>${
      draft.choice ? page.fill("confirm", { choice: draft.choice }) : page.say("confirm_none")
    } ${keycap("Enter")}</button>
    <button type="button" data-tool="skip" onClick=${page.act.skip}>${keycap("S")} ${page.say("skip")}</button></div>`;
}

/** Nothing is left to ask. @param {ReviewPage} page */
export function finished(page) {
  const { document, questions } = page.data;
  return html`<div class="yz-finished"><h2>${page.say(questions.length ? "all_answered" : "no_questions")}</h2>
    ${document.command ? html`<p>${page.say("save_then")}</p><code>${document.command}</code>` : null}
    <p><button type="button" class="primary" onClick=${page.file.save}>${page.say("save")}</button></p>
    ${questions.length ? html`<small>${page.say("review_answers")}</small>` : null}</div>`;
}

/** @param {{page: ReviewPage, isWhole: boolean}} props */
export function QuestionPane({ page, isWhole }) {
  const { at, answers } = page.state;
  const question = at ? page.questions.get(at) : undefined;
  const { open } = counted(answers, page.data.questions);
  if (!question)
    return html`<section class="yz-question" aria-label=${page.say("question")}>${finished(page)}</section>`;
  const number = page.numberOf(question.id);
  const certainty = question.likely ? page.say("likely_chosen") : page.say("not_chosen");
  return html`<section id="yz-question" class=${classes("yz-question", isWhole && "whole")} aria-label=${page.say("question")}>
    ${open ? null : html`<details class="yz-all-done" open><summary>${page.say("all_answered")}</summary>${finished(page)}</details>`}
    <header><b class="yz-due">${hasOwn(answers, question.id) ? `✓ ${page.say("was_answered")}` : page.say("asked")}</b>
      <span>${page.fill("number_of", { n: number, all: page.data.questions.length })} · ${page.kind(question.kind)} · ${certainty}</span>
      <span class="yz-steps"><button type="button" class="quiet" aria-label=${`${page.say("step")} K`} onClick=${() => page.act.step(-1)}>${keycap("K")}</button><button type="button" class="quiet" aria-label=${`${page.say("step")} J`} onClick=${() => page.act.step(1)}>${keycap("J")}</button>
      <button type="button" class="quiet" data-tool="undo" disabled=${!page.state.past.length} onClick=${page.act.undo}>${page.say("undo")} ${keycap("Z")}</button>
      <button type="button" class="quiet" data-tool="mode" onClick=${page.act.cancel}>${page.say(isWhole ? "whole_table" : "look_closely")} ${keycap("Esc")}</button></span></header>
    <h2>${page.text(question.question)}</h2>
    <p class="yz-why">${page.text(question.why)} ${question.row.quote && !isWhole ? html`<q lang="zh">${question.row.quote}</q>` : null}</p>
    <div class="yz-answers" role="radiogroup" aria-label=${page.text(question.question)}>
      ${question.options.map((option) => answer(page, question, option, isWhole))}${notStated(page)}${own(page, question)}</div>
    <${Alike} page=${page} question=${question} key=${question.id} />
    ${just(page)}${decide(page)}${coming(page)}</section>`;
}
