// Questions that are alike, answered together: all are listed before one answer counts for them.
import { useState } from "preact/hooks";
import { html } from "../../../page/src/html.js";
import { hasOwn } from "../../../page/src/own.js";

/** @param {{page: ReviewPage, question: ReviewQuestion}} props */
export function Alike({ page, question }) {
  const [ticked, setTicked] = useState(/** @type {string[]} */ ([]));
  const ids = (page.groups.get(question.id) || []).filter(
    (id) => id !== question.id && !hasOwn(page.state.answers, id),
  );
  if (!ids.length) return null;
  const { choice } = page.state.draft;
  return html`<details class="yz-alike"><summary>${page.fill("alike", { n: ids.length })}</summary>
    <p><button type="button" onClick=${() => setTicked(ids)}>${page.say("alike_all")}</button> <button type="button" onClick=${() => setTicked([])}>${page.say("alike_none")}</button></p>
    <ul>${ids.map((id) => {
      const one = /** @type {ReviewQuestion} */ (page.questions.get(id));
      return html`<li key=${id}><label><input type="checkbox" checked=${ticked.includes(id)} onChange=${() =>
        setTicked(ticked.includes(id) ? ticked.filter((other) => other !== id) : [...ticked, id])} />
        <b>${page.text(one.question)}</b> <q lang="zh">${one.row.quote}</q> <small>${one.row.clause}</small></label></li>`;
    })}</ul>
    <button type="button" class=${ticked.length && choice ? "primary" : "waiting"} disabled=${!ticked.length || !choice || choice === "E"} data-tool="alike" onClick=${() =>
      page.act.confirmAll([
        question.id,
        ...ticked,
      ])}>${page.fill("alike_answer", { n: ticked.length })}</button></details>`;
}
