// The file: saved, copied, and read back.
import { csv } from "../../../page/src/outputs/csv.js";
import { save } from "../../../page/src/outputs/save.js";
import { decoded } from "../../../places/src/keyboard.js";
import { parsed, tabSeparated } from "../../../places/src/saving/table.js";
import { asSaved, merged } from "../answers.js";
import { byColumn, isOther, whole } from "./table.js";

const NAME = "questions.csv";

/** @param {ReviewPage} page */
export function makeFile(page) {
  const { data } = page;
  const formula = new RegExp(data.formula);
  const table = () => whole(data, page.state.answers);

  const file = {
    text: () => csv(table(), formula),
    save() {
      save(new Blob([file.text()], { type: "text/csv;charset=utf-8" }), NAME);
      page.store.change({ saved: asSaved(page.state.answers) });
      page.act.tell(page.fill("now_saved", { n: Object.keys(page.state.answers).length }));
    },
    async copy() {
      const rows = table();
      try {
        await navigator.clipboard.writeText(tabSeparated(rows, formula));
        page.act.tell(page.fill("copied", { n: rows.length - 1 }));
      } catch {
        page.act.tell(page.say("not_copied"), "warned");
      }
    },
    /** @param {string} text @param {string} name of the file */
    read(text, name) {
      const { rows, missing } = byColumn(parsed(text), formula);
      if (missing.length) {
        page.act.tell(page.fill("no_table", { file: name, columns: missing.join(", ") }), "warned");
        return;
      }
      const other = isOther(data, rows);
      if (other !== null) {
        page.act.tell(page.fill("other_document", { other: other || name, own: data.document.title }), "warned");
        return;
      }
      const { added, conflicts, left, same } = merged(data, page.state.answers, rows);
      if (added.length) page.act.take(added);
      page.store.change({
        conflicts: conflicts.length ? [...(page.state.conflicts || []), ...conflicts] : page.state.conflicts,
      });
      const words = page.fill("loaded", { file: name, n: added.length, same });
      const rest = left.length
        ? ` ${page.fill("left_out", { n: left.length, which: left.map((row) => row.question_zh || row.question_id).join("；") })}`
        : "";
      page.act.tell(words + rest, rest ? "warned" : "told");
    },
    /** One file, or several whose answers are merged. @param {FileList | File[] | null | undefined} given */
    async open(given) {
      for (const one of Array.from(given || [])) {
        const content = await one.arrayBuffer();
        const isBinary = new Uint8Array(content.slice(0, 2000)).includes(0);
        if (isBinary) page.act.tell(page.fill("no_table", { file: one.name, columns: "question_id" }), "warned");
        else file.read(decoded(content), one.name);
      }
    },
  };
  return file;
}
