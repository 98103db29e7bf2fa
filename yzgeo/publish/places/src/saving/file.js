// The file: saved, copied, and read back.
import { save } from "../../../page/src/outputs/save.js";
import { asSaved, merged, rowsOf } from "../answers.js";
import { decoded } from "../keyboard.js";
import { byColumn, commaSeparated, parsed, tabSeparated, unusable, whole } from "./table.js";

const NAME = "places.csv";

/** @param {PlacesPage} page */
export function makeFile(page) {
  const { data } = page;
  const formula = new RegExp(data.formula);
  const table = () => whole(data, [...rowsOf(data, page.state.answers), ...page.state.extra]);

  /** @param {string} words @param {PlacesMessage["tone"]} [tone] */
  function tell(words, tone = "told") {
    page.store.change({ message: { words, tone } });
  }

  const file = {
    text: () => commaSeparated(table(), formula),
    save() {
      save(new Blob([file.text()], { type: "text/csv;charset=utf-8" }), NAME);
      const count = Object.keys(page.state.answers).length;
      page.store.change({
        saved: asSaved(page.state.answers),
        message: { words: page.fill("now_saved", { n: count }), tone: "told" },
      });
    },
    async copy() {
      const rows = table();
      try {
        await navigator.clipboard.writeText(tabSeparated(rows, formula));
        tell(page.fill("copied", { n: rows.length - 1 }));
      } catch {
        tell(page.say("not_copied"), "warned");
      }
    },
    /** @param {string} text @param {string} name of the file */
    read(text, name) {
      const { rows, missing } = byColumn(parsed(text), formula);
      if (missing.length) {
        tell(page.fill("no_table", { file: name, columns: missing.join(", ") }), "warned");
        return;
      }
      const other = rows.find((row) => row.plan && row.plan !== data.plan.name);
      if (other) {
        tell(page.fill("other_plan", { other: other.plan, own: data.plan.name }), "warned");
        return;
      }
      const bad = unusable(rows);
      if (bad) {
        tell(page.fill("bad_row", bad), "warned");
        return;
      }
      const { added, conflicts, extra, same } = merged(data, page.state.answers, rows);
      const known = new Set(page.state.extra.map((row) => row.place_id));
      page.act.remember();
      page.store.change({
        answers: { ...page.state.answers, ...added },
        extra: [...page.state.extra, ...extra.filter((row) => !known.has(row.place_id))],
        conflicts: Object.keys(conflicts).length ? conflicts : null,
        message: { words: page.fill("loaded", { n: Object.keys(added).length, same }), tone: "told" },
      });
    },
    /** @param {File | undefined | null} given */
    async open(given) {
      if (given) file.read(decoded(await given.arrayBuffer()), given.name);
    },
  };
  return file;
}
