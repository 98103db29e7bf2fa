// Which columns the table has, as the reader wants them.

import { Popover } from "../elements/popover.js";
import { html } from "../html.js";

/** @param {Page} page @param {NonNullable<ReturnType<Page["table"]["drawn"]>>} drawn */
export function columnChoice(page, drawn) {
  const all = drawn.columns.all();
  const left = all.filter(({ isVisible }) => isVisible).length;
  const reset = () => {
    const { [page.table.kind()]: _, ...columns } = page.state.columns;
    page.store.change({ columns });
  };
  const boxes = all.map(
    ({ column, isVisible, toggle }) => html`<li key=${column.id}>
      <label><input type="checkbox" checked=${isVisible} disabled=${isVisible && left === 1} onChange=${toggle} /> ${column.title}</label>
    </li>`,
  );
  return html`<${Popover} id="yz-columns" name=${page.say("columns")} label=${page.say("columns")} isRight=${true}>
    <ul class="choices">${boxes}</ul>
    <button type="button" class="link-button" onClick=${reset}>${page.say("columns_first")}</button>
  <//>`;
}
