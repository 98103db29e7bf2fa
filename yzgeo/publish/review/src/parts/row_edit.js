// The fields in which a drafted cell is changed.
import { useEffect, useRef, useState } from "preact/hooks";
import { html } from "../../../page/src/html.js";
import { keycap } from "./marks.js";

/** @param {{page: ReviewPage, cell: ReviewCell}} props */
export function Edit({ page, cell }) {
  const before = page.state.answers[cell.id];
  const [value, setValue] = useState(before?.answer === "E" ? before.value : cell.value);
  const field = useRef(/** @type {HTMLInputElement | null} */ (null));
  useEffect(() => field.current?.focus(), []);
  return html`<form class="yz-opened" onSubmit=${(/** @type {Event} */ event) => {
    event.preventDefault();
    page.act.rewrite(cell.id, value, "");
  }}><label>${page.say("edit_value")} <input id="yz-edit" ref=${field} type="text" autocomplete="off" value=${value}
      onInput=${(/** @type {Event} */ event) => setValue(/** @type {HTMLInputElement} */ (event.target).value)} /></label>
    <button type="submit">${page.say("edit")} ${keycap("Enter")}</button></form>`;
}
