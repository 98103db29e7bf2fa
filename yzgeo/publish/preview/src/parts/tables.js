// The columns, the words of statuses, the rows with problems.
import { classes, html } from "../../../page/src/html.js";

/** @param {PreviewPage} page */
export function columns(page) {
  const heads = /** @type {const} */ (["in_file", "read_as", "why", "unit", "filled", "examples"]);
  return html`<section class="yz-card yz-wide" aria-labelledby="yz-columns">
    <h2 id="yz-columns">${page.say("columns")}</h2>
    <div class="yz-scroll" tabindex="0" role="region" aria-labelledby="yz-columns"><table>
      <thead><tr>${heads.map((key) => html`<th key=${key} scope="col" class=${classes(key === "filled" && "number")}>${page.say(key)}</th>`)}</tr></thead>
      <tbody>${page.part.columns.map(
        (one, place) => html`<tr key=${place} class=${one.certainty === "none" ? "unused" : undefined}>
          <th scope="row">${one.theirs}</th>
          <td><b>${one.ours ? page.text(one.ours) : "—"}</b></td>
          <td><span class=${one.certainty}>${page.text(one.why)}</span></td>
          <td>${one.unit ? page.text(one.unit) : ""}</td>
          <td class="number">${one.filled.toLocaleString("en")}</td>
          <td class="quiet">${one.examples.join("、")}</td>
        </tr>`,
      )}</tbody>
    </table></div>
  </section>`;
}

/** @param {PreviewPage} page */
export function words(page) {
  const { data, state } = page;
  if (!data.words.length) return null;
  return html`<section class="yz-card" aria-labelledby="yz-words">
    <h2 id="yz-words">${page.say("statuses")} <small>${page.say("words", { n: data.words.length })}</small></h2>
    <div class="yz-scroll"><table>
      <thead><tr><th scope="col">${page.say("word")}</th><th scope="col">${page.say("rows_n")}</th><th scope="col">${page.say("read_as")}</th><th scope="col">${page.say("why")}</th></tr></thead>
      <tbody>${data.words.map((one, place) => word(page, one, place, state.answers[place]))}</tbody>
    </table></div>
    <p class="quiet">${page.say("legend")}</p>
  </section>`;
}

/** @param {PreviewPage} page @param {PreviewWord} one @param {number} place @param {string | undefined} answer */
function word(page, one, place, answer) {
  const isOpen = one.code === null && answer === undefined;
  const choose = (/** @type {Event} */ event) => {
    const { value } = /** @type {HTMLSelectElement} */ (event.target);
    const answers = { ...page.state.answers };
    if (value === "?") delete answers[place];
    else answers[place] = value;
    page.store.change({ answers, copied: "" });
  };
  const chosen = answer ?? one.code ?? "?";
  return html`<tr key=${place} class=${classes(isOpen && "bad")}>
    <th scope="row"><span class=${one.certainty}>${one.word}</span></th>
    <td class="number">${one.rows.toLocaleString("en")}</td>
    <td><select aria-label=${page.say("means", { word: one.word })} value=${chosen} onChange=${choose}>
      ${one.code === null && html`<option value="?" selected=${chosen === "?"}>${page.say("choose")}</option>`}
      ${page.data.statuses.map(({ code, label }) => html`<option key=${code} value=${code} selected=${chosen === code}>${page.text(label)}</option>`)}
      ${one.code === null && html`<option value="" selected=${chosen === ""}>${page.say("counts_nothing")}</option>`}
    </select></td>
    <td class="quiet">${page.text(one.why)}</td>
  </tr>`;
}

/** @param {PreviewPage} page */
export function problems(page) {
  const { rows, unlisted } = page.part;
  const heads = /** @type {const} */ (["place", "column", "value", "problem"]);
  return html`<section class="yz-card yz-wide" aria-labelledby="yz-problems">
    <h2 id="yz-problems">${page.say("problems")} <small>${(rows.length + unlisted).toLocaleString("en")}</small></h2>
    ${
      rows.length
        ? html`<div class="yz-scroll" tabindex="0" role="region" aria-labelledby="yz-problems"><table>
      <thead><tr><td></td>${heads.map((key) => html`<th key=${key} scope="col" class=${classes(key === "place" && "number")}>${page.say(key)}</th>`)}</tr></thead>
      <tbody>${rows.map(
        (row, place) => html`<tr key=${place} class=${row.kind}>
        <td><span class="yz-kind">${page.text(row.kind_label)}</span></td>
        <td class="number">${row.row ?? ""}</td><td>${row.column}</td><td>${row.value}</td>
        <td>${page.text(row.problem)}${page.text(row.remedy) && html` <b>${page.text(row.remedy)}</b>`}</td>
      </tr>`,
      )}</tbody>
    </table></div>`
        : html`<p>${page.say("no_problems")}</p>`
    }
    ${unlisted > 0 && html`<p class="quiet">${page.say("unlisted", { n: unlisted })}</p>`}
  </section>`;
}
