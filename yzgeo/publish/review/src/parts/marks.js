// Marked words, and keys as they are printed.
import { classes, html } from "../../../page/src/html.js";
import { hasOwn } from "../../../page/src/own.js";
import { pieces } from "../model/marks.js";

/** @param {string} name */
export const keycap = (name) => html`<kbd>${name}</kbd>`;

/** Whether what a mark asks is answered, or its cell was changed. @param {ReviewPage} page @param {ReviewMark} mark */
function isChecked({ state }, { ids, question }) {
  return (question !== null && hasOwn(state.answers, question)) || ids.some((id) => hasOwn(state.answers, id));
}

/** @param {ReviewPage} page @param {ReviewMark} mark */
function isChosen({ state }, { ids, question }) {
  if (!state.selected) return false;
  return ids.includes(state.selected) || question === state.selected;
}

/** What a click on a mark chooses: of the cells that share it the one that its row begins with. @param {ReviewPage} page @param {ReviewMark} mark */
function mainOf(page, { ids, question }) {
  const row = page.rowOf.get(ids[0]);
  return row?.cells.find(({ id }) => ids.includes(id))?.id || question || ids[0];
}

/** @param {ReviewPage} page @param {ReviewMark} mark @param {string} text @param {boolean} isFirst of its words */
function marked(page, mark, text, isFirst) {
  const word = page.kind(mark.kind);
  const checked = isChecked(page, mark);
  const chosen = isChosen(page, mark);
  const short = text.length < 10 && /\d/.test(text);
  const label = `${word} ${checked ? page.say("checked") : page.say(mark.status)} ${text}`;
  const choose = () => page.act.select(mainOf(page, mark));
  return html`<span role="button" tabindex="0" class=${classes("yz-m", mark.status, chosen && "chosen", short && "short")}
    data-kind=${isFirst && mark.status !== "unread" ? word + (checked ? " ✓" : "") : isFirst ? word : undefined}
    aria-label=${label} aria-pressed=${String(chosen)} onClick=${choose}
    onKeyDown=${(/** @type {KeyboardEvent} */ event) => {
      if (event.key !== "Enter" && event.key !== " ") return;
      event.preventDefault();
      choose();
    }}>${text}</span>`;
}

/**
 * Words with their marks.
 * @param {ReviewPage} page @param {string} text @param {ReviewMark[]} marks @param {number} [from] @param {number} [until]
 */
export function withMarks(page, text, marks, from, until) {
  return pieces(text, marks, from, until).map((piece) =>
    piece.mark ? marked(page, piece.mark, piece.text, piece.mark.start >= (from || 0)) : piece.text,
  );
}
