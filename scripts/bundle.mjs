/**
 * Bundles the scripts of the pages: `npm run bundle` writes them, `npm run bundle -- --check` says whether what is
 * written is what the sources give.
 */
import { readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const ROOT = new URL("..", import.meta.url);
const PUBLISH = new URL("yzgeo/publish/", ROOT);
const BUNDLES = [
  { room: "page", name: "page.js", entry: "src/main.js" },
  { room: "page", name: "parcels.js", entry: "src/parcels/main.js" },
  { room: "places", name: "places.js", entry: "src/main.js" },
  { room: "review", name: "review.js", entry: "src/main.js" },
  { room: "preview", name: "preview.js", entry: "src/main.js" },
];

/** The folder of a page. @param {string} room */
const folderOf = (room) => new URL(`${room}/`, PUBLISH);

/**
 * What a package asks to be said wherever it is passed on.
 * @param {string} name
 */
async function credit(name) {
  const { version, license } = JSON.parse(await readFile(new URL(`node_modules/${name}/package.json`, ROOT), "utf8"));
  return `${name} ${version} (${license})`;
}

/**
 * The packages that are in a bundle.
 * @param {import("esbuild").Metafile} metafile
 */
function packagesOf(metafile) {
  const inputs = Object.values(metafile.outputs).flatMap(({ inputs: files }) =>
    Object.keys(files).filter((name) => files[name].bytesInOutput),
  );
  const names = inputs.flatMap((file) => file.match(/.*node_modules\/((?:@[^/]+\/)?[^/]+)/)?.[1] || []);
  return [...new Set(names)].sort();
}

/**
 * @param {typeof BUNDLES[number]} bundle
 */
async function bundled({ room, name, entry }) {
  const { outputFiles, metafile } = await build({
    absWorkingDir: fileURLToPath(folderOf(room)),
    entryPoints: [entry],
    outfile: `assets/${name}`,
    bundle: true,
    minify: true, // every page that is handed over has it inside
    preserveSymlinks: true, // node_modules may be one; the bundle is the same
    format: "iife",
    target: "chrome80",
    charset: "utf8",
    legalComments: "none",
    metafile: true,
    write: false,
  });
  const credits = await Promise.all(packagesOf(metafile).map(credit));
  const banner = credits.length ? `/* Holds ${credits.join(", ")}, see NOTICE.md of yzgeo. */\n` : "";
  return banner + outputFiles[0].text;
}

for (const bundle of BUNDLES) {
  const file = new URL(`assets/${bundle.name}`, folderOf(bundle.room));
  const text = await bundled(bundle);
  if (!process.argv.includes("--check")) {
    await writeFile(file, text);
  } else if ((await readFile(file, "utf8").catch(() => "")) !== text) {
    console.error(`${bundle.name} is not what its sources give: run npm run bundle`);
    process.exitCode = 1;
  }
}
