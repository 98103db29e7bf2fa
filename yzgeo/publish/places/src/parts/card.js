// The card: the point, its error and source, what it is checked against and what it serves.
import { html } from "../../../page/src/html.js";
import { hasOwn } from "../../../page/src/own.js";
import { lacking } from "../actions.js";
import { length } from "../reading/numbers.js";
import { checks, uses } from "./card_checks.js";
import { fields } from "./card_fields.js";
import { keycap } from "./marks.js";

/** @param {PlacesPage} page */
export function card(page) {
  const { selected, draft, answers, lang } = page.state;
  if (!selected || !draft) return null;
  const wanted = page.wanted[selected];
  const lack = lacking(page.data, wanted, draft);
  const town = wanted.town ? page.known[wanted.town] : null;
  const isSet = hasOwn(answers, selected);
  const radius = draft.uncertainty_m ? ` ±${length(draft.uncertainty_m, lang)}` : "";
  return html`<form key=${selected} id="yz-card" class="yz-card" aria-label=${page.say("card")} onSubmit=${(
    /** @type {Event} */ event,
  ) => {
    event.preventDefault();
    page.act.confirm();
  }}>
    <h2><b>${draft.name || wanted.name}</b> <small>${town ? page.text(town.name) : wanted.owner}${radius}</small>
      <button type="button" class="yz-close" aria-label=${page.say("close")} onClick=${() => page.act.select(null)}>×</button></h2>
    ${fields(page, wanted, draft)}
    <div class="yz-facts">${checks(page, wanted, draft)}${uses(page, wanted, draft)}</div>
    <div class="yz-decide">
      <button type="submit" class=${lack ? "waiting" : "primary"} data-tool="confirm" aria-disabled=${lack ? "true" : undefined}>
        ${page.say(lack || "confirm")} ${lack ? null : keycap("Enter")}
      </button>
      <button type="button" data-tool="skip" onClick=${page.act.skip}>${page.say("skip_this")} ${keycap("N")}</button>
      ${
        isSet
          ? html`<button type="button" data-tool="remove" onClick=${page.act.remove}>${page.say("remove")}</button>`
          : html`<button type="button" data-tool="cancel" onClick=${page.act.cancel}>${page.say("cancel")} ${keycap("Esc")}</button>`
      }
    </div>
  </form>`;
}
