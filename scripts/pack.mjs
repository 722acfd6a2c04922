// Packs a build where trunk has staged it: cuts the program into its parts, makes each small, minifies scripts and styles,
// and names files by what they hold. Called by trunk at the end of a build, only where PACK is set, as make does:
// without it everything is in one module, which is larger and runs as well.
// With SITE, an address, link previews and copies know the page.
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { bind } from "./pack/bind.mjs";
import { digest, minified, only, replaced } from "./pack/files.mjs";
import { shrink } from "./pack/shrink.mjs";

const { TRUNK_PROFILE, TRUNK_STAGING_DIR: staged, CARGO_TARGET_DIR = "target", SITE = "" } = process.env;
if (SITE && !/^https?:\/\/[^"<>\s]+\/$/.test(SITE)) throw new Error(`SITE is an address that ends in a slash, not ${SITE}`);

for (const file of readdirSync(staged).filter((file) => /\.(css|js)$/.test(file) && !file.startsWith("rare-earth-trade"))) {
  const path = join(staged, file);
  writeFileSync(path, minified(readFileSync(path, "utf8"), file.split(".").pop()));
}

// What trunk has bound is one module, whose parts were never cut: it is thrown away.
const before = {
  script: only(staged, /^rare-earth-trade-[0-9a-f]+\.js$/),
  module: only(staged, /^rare-earth-trade-[0-9a-f]+_bg\.wasm$/),
};
for (const file of Object.values(before)) rmSync(join(staged, file));

const work = mkdtempSync(join(tmpdir(), "pack-"));
const program = bind(join(CARGO_TARGET_DIR, "wasm32-unknown-unknown", TRUNK_PROFILE, "rare-earth-trade.wasm"), work);
let { script, main, parts } = shrink(program, work);
const files = {};
for (const [name, bytes] of Object.entries(parts)) {
  const own = name in program.needs;
  files[name] = `${own ? name : "shared"}-${digest(bytes)}.wasm`;
  writeFileSync(join(staged, files[name]), bytes);
  script = replaced(script, `./${own ? "split_" : ""}${name}.wasm`, `./${files[name]}`);
}
// The page names the files of each part: where the link asks for more than the built view, the boot script lets them be on
// their way.
const attributes = Object.entries(program.needs).map(([part, names]) => ` data-${part}="${names.map((name) => files[name]).join(" ")}"`);
// The script and the module belong together: both are named by what both hold.
const hash = digest(main, script);
const after = { script: `rare-earth-trade-${hash}.js`, module: `rare-earth-trade-${hash}.wasm` };
writeFileSync(join(staged, after.script), script);
writeFileSync(join(staged, after.module), main);
rmSync(work, { recursive: true });

let page = readFileSync(join(staged, "index.html"), "utf8");
for (const file of ["script", "module"]) page = page.replaceAll(before[file], after[file]);
page = replaced(page, '<link id="module"', `<link id="module"${attributes.join("")}`);
if (SITE) {
  page = replaced(page, '<meta property="og:image" content="', `<meta property="og:image" content="${SITE}`);
  // Not as the canonical address: phones share that one instead of the reader's link.
  page = replaced(page, "</head>", `<meta name="dashboard" content="${SITE}"></head>`);
}
writeFileSync(join(staged, "index.html"), page);
