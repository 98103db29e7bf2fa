// What this browser keeps of the reader's answers.

/** @param {ReviewData} data */
const nameOf = (data) => `yzgeo-review-${data.document.key}`;
const FIELDS = /** @type {const} */ (["answer", "value", "unit", "note", "time"]);

/** @param {unknown} given @returns {ReviewAnswer | null} */
function answerOf(given) {
  if (!given || typeof given !== "object") return null;
  const row = /** @type {Record<string, unknown>} */ (given);
  const cells = FIELDS.map((name) => [name, typeof row[name] === "string" ? row[name] : ""]);
  const answer = /** @type {ReviewAnswer} */ (Object.fromEntries(cells));
  return answer.answer ? answer : null;
}

/**
 * What was kept, of the questions and cells that the page has.
 * @param {ReviewData} data
 * @returns {Pick<ReviewState, "answers" | "saved" | "storage">}
 */
export function kept(data) {
  /** @type {ReviewAnswers} */
  const answers = {};
  for (const { id, row } of data.questions) {
    const given = answerOf(row);
    if (given) answers[id] = given;
  }
  /** @type {Record<string, string>} */
  const saved = {};
  for (const [id, answer] of Object.entries(answers)) saved[id] = JSON.stringify(answer);
  try {
    const text = localStorage.getItem(nameOf(data));
    localStorage.setItem(nameOf(data), text || "");
    if (!text) return { answers, saved, storage: "kept" };
    const ids = new Set([...data.questions, ...data.candidates].map(({ id }) => id));
    const read = JSON.parse(text);
    /** @type {ReviewAnswers} */
    const own = {};
    for (const [id, row] of Object.entries(read.answers)) {
      const answer = ids.has(id) && answerOf(row);
      if (answer) own[id] = answer;
    }
    return { answers: own, saved: read.saved, storage: "kept" };
  } catch {
    return { answers, saved, storage: "refused" };
  }
}

/** Keeps the answers; whether the browser does. @param {ReviewData} data @param {ReviewState} state */
export function keep(data, { answers, saved }) {
  try {
    localStorage.setItem(nameOf(data), JSON.stringify({ answers, saved }));
    return true;
  } catch {
    return false;
  }
}
