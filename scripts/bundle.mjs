/**
 * Bundles the scripts of the page: `npm run bundle` writes them, `npm run bundle -- --check` says whether what is
 * written is what the sources give.
 */
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const page = new URL("../yzgeo/publish/page/", import.meta.url);
const BUNDLES = { "page.js": "main.js", "parcels.js": "parcels/main.js" };
const check = process.argv.includes("--check");
const stale = [];

for (const [name, entry] of Object.entries(BUNDLES)) {
  const outfile = fileURLToPath(new URL(`assets/${name}`, page));
  const { outputFiles } = await build({
    absWorkingDir: fileURLToPath(page),
    entryPoints: [`src/${entry}`],
    outfile,
    bundle: true,
    format: "iife",
    target: "chrome80",
    charset: "utf8",
    legalComments: "none",
    write: false,
  });
  const [{ text }] = outputFiles;
  if (check) {
    if ((await readFile(outfile, "utf8").catch(() => "")) !== text) stale.push(name);
  } else {
    const { writeFile } = await import("node:fs/promises");
    await writeFile(outfile, text);
  }
}
if (stale.length) {
  console.error(`${stale.join(", ")}: not what the sources give; run npm run bundle`);
  process.exitCode = 1;
}
