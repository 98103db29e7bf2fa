// What the reader does: every step of the answers can be undone.
import { hasOwn } from "../../page/src/own.js";
import { beside, changed, unsaved } from "./answers.js";
import { standing } from "./model/marks.js";
import { standsAt } from "./model/proof.js";

const NOT_STATED = "0";
const OWN = "E";
const REJECTED = "X";
/** What is answered by the name of a known place, which stands in the gazetteer and not in the text. */
export const OF_PLACE = "place";
const REMIND_EVERY = 10;
const LONGEST_PACE_S = 300; // a longer one was a pause

/** @param {ReviewQuestion | undefined} question @param {ReviewAnswers} answers @returns {ReviewDraft} */
export function draftOf(question, answers) {
  if (question && hasOwn(answers, question.id)) {
    const { answer, value, unit, note } = answers[question.id];
    return { choice: answer, value, unit, note };
  }
  return { choice: question?.likely || "", value: "", unit: question?.row.unit || "", note: "" };
}

/**
 * The cell that a question points at, else the first that it is about, else the question itself.
 * @param {ReviewData} data @param {string} id
 */
export function markedCell(data, id) {
  const question = data.questions.find((one) => one.id === id);
  const cells = data.candidates.filter((cell) => cell.question === id);
  return (cells.find(({ at, start }) => at === question?.at && start === question.start) || cells[0])?.id || id;
}

/** @param {ReviewPage} page */
export function makeActions(page) {
  const { data, store } = page;
  let shownSince = Date.now();
  const now = () => new Date().toISOString().slice(0, 19);

  /** @param {string} words @param {"told" | "warned"} [tone] */
  function tell(words, tone = "told") {
    store.change({ message: { words, tone } });
  }
  /** @param {[string, ReviewAnswer | null][]} changes @param {Partial<ReviewState>} [more] */
  function take(changes, more = {}) {
    const { answers, before } = changed(page.state.answers, changes);
    const past = page.state.past; // undo has no limit, so that a step is added to the list and not to a copy
    past.push({ before, at: page.state.at });
    store.change({ answers, message: null, ...more });
    const count = unsaved(page.state);
    if (page.state.storage === "refused" && count && count % REMIND_EVERY === 0)
      tell(page.fill("save_soon", { n: count }), "warned");
  }
  /** What the page shows when a question is open. @param {string | null} id @returns {Partial<ReviewState>} */
  function opened(id) {
    shownSince = Date.now();
    const question = id ? page.questions.get(id) : undefined;
    return { at: id, draft: draftOf(question, page.state.answers), selected: id ? cellOf(id) : null, editing: null };
  }
  /** The mark of a question: the cell that it is about. @param {string} id */
  const cellOf = (id) => markedCell(data, id);
  /** @param {string} id */
  const isOpen = (id) => !hasOwn(page.state.answers, id);

  /** What is amiss with an answer of one's own: the text that says so. @param {ReviewDraft} draft @param {number | null} first */
  function refusal({ value, unit }, first) {
    if (!value.trim()) return page.say("own_empty");
    for (const words of [value, unit]) {
      if (words.trim() && standsAt(data.clauses, words, first) < 0)
        return page.fill("own_unproved", { value: words.trim() });
    }
    return "";
  }
  /** Whether a cell is in the tables: what is asked about is answered instead. @param {string} id */
  const isTaken = (id) => page.cells.get(id)?.question === undefined && page.cells.has(id);

  /** What keeps a choice from being confirmed; "" for nothing. @param {ReviewQuestion} question */
  function hindrance(question) {
    const { draft } = page.state;
    if (!draft.choice) return page.say("choose_first");
    if (draft.choice !== OWN) return "";
    if (question.kind === OF_PLACE) return draft.value.trim() ? "" : page.say("own_empty");
    return refusal(draft, standing(question)?.at ?? null);
  }
  /** Confirms the same choice for several questions, of which the open one is the first. @param {string[]} ids */
  function confirm(ids) {
    const { draft, pace } = page.state;
    const [at] = ids;
    const question = page.questions.get(at);
    if (!question) return;
    const why = hindrance(question);
    if (why) {
      tell(why, "warned");
      return;
    }
    const [value, unit] = draft.choice === OWN ? [draft.value.trim(), draft.unit.trim()] : ["", ""];
    const answer = { answer: draft.choice, value, unit, note: draft.note.trim(), time: now() };
    const seconds = Math.min(LONGEST_PACE_S, (Date.now() - shownSince) / 1000 / ids.length);
    const changes = ids.map((id) => /** @type {[string, ReviewAnswer]} */ ([id, answer]));
    const done = new Set(ids);
    const next = beside(data.questions, at, 1, (id) => isOpen(id) && !done.has(id));
    const then = next ? opened(next) : { selected: cellOf(at) };
    take(changes, { last: at, pace: [...pace, ...ids.map(() => seconds)], ...then });
  }
  /** Takes a cell's value otherwise, or not at all. @param {string} id @param {Pick<ReviewAnswer, "answer" | "value" | "unit"> | null} answer */
  function takeCell(id, answer) {
    take([[id, answer && { ...answer, note: "", time: now() }]], { editing: null, last: id });
  }

  const act = {
    tell,
    refusal,
    /** @param {Partial<ReviewDraft>} patch */
    change: (patch) => store.change({ draft: { ...page.state.draft, ...patch } }),
    /** @param {string} id */
    open: (id) => store.change({ ...opened(id), message: null }),
    /** @param {1 | -1} way */
    step(way) {
      const id = beside(data.questions, page.state.at, way, () => true);
      if (id) act.open(id);
    },
    /** @param {string} choice */
    choose(choice) {
      const question = page.state.at ? page.questions.get(page.state.at) : undefined;
      if (!question) return;
      const known = [NOT_STATED, OWN, ...question.options.map(({ number }) => number)];
      if (known.includes(choice)) store.change({ draft: { ...page.state.draft, choice }, message: null });
    },
    confirm: () => page.state.at && confirm([page.state.at]),
    confirmAll: confirm,
    skip() {
      const id = beside(data.questions, page.state.at, 1, isOpen);
      if (id) act.open(id);
      else tell(page.say("no_other"));
    },
    undo() {
      const step = page.state.past.pop();
      if (!step) {
        tell(page.say("nothing_to_undo"));
        return;
      }
      const { answers } = changed(page.state.answers, step.before);
      store.change({ answers, last: null });
      store.change({ ...opened(step.at), message: { words: page.say("undone"), tone: "told" } });
    },
    /** A click on a mark or a row. @param {string} id of a cell, a question or unread words */
    select(id) {
      const question = page.questions.has(id) ? id : page.cells.get(id)?.question;
      if (question && question !== page.state.at) store.change(opened(question));
      store.change({ selected: id, editing: null, message: null });
    },
    edit() {
      const { selected } = page.state;
      if (selected && isTaken(selected)) store.change({ editing: selected });
      else tell(page.say("select_row"));
    },
    /** @param {string} id @param {string} value @param {string} unit */
    rewrite(id, value, unit) {
      const cell = page.cells.get(id);
      if (!cell) return;
      const why = refusal({ choice: OWN, note: "", value, unit }, cell.at);
      if (why) tell(why, "warned");
      else takeCell(id, value.trim() === cell.value && !unit ? null : { answer: OWN, value: value.trim(), unit });
    },
    /** Does not take a cell into the tables, or does after all. */
    reject() {
      const { selected, answers } = page.state;
      if (!selected || !isTaken(selected)) {
        tell(page.say("select_row"));
        return;
      }
      const isRejected = hasOwn(answers, selected) && answers[selected].answer === REJECTED;
      takeCell(selected, isRejected ? null : { answer: REJECTED, value: "", unit: "" });
    },
    cancel() {
      if (page.state.editing) store.change({ editing: null });
      else store.change({ mode: page.state.mode === "table" ? "question" : "table" });
    },
    take,
    /** @param {boolean} isTheirs whether the file's answer counts @param {string[]} ids */
    settle(isTheirs, ids) {
      const conflicts = page.state.conflicts || [];
      const rest = conflicts.filter(({ id }) => !ids.includes(id));
      const chosen = conflicts.filter(({ id }) => ids.includes(id));
      if (isTheirs) take(chosen.map(({ id, theirs }) => [id, theirs]));
      store.change({ conflicts: rest.length ? rest : null });
    },
  };
  return act;
}
