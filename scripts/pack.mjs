// Packs a release build where trunk has staged it: minifies scripts and styles, makes the module small, and names files
// by what they hold. Called by trunk, after wasm-bindgen. With SITE, an address, link previews and copies know the page.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildSync } from "esbuild";

if (process.env.TRUNK_PROFILE !== "release") process.exit(0);
const staged = process.env.TRUNK_STAGING_DIR;
const files = readdirSync(staged);
const only = (pattern) => {
  const found = files.filter((file) => pattern.test(file));
  if (found.length !== 1) throw new Error(`expected one file ${pattern}, found ${found.join(", ") || "none"}`);
  return found[0];
};
const read = (file) => readFileSync(join(staged, file), "utf8");
const options = {
  logLevel: "warning",
  minify: true,
  charset: "utf8",
  target: ["chrome123", "firefox125", "safari17.5"],
  write: false,
};
const minified = (contents, loader, more) =>
  buildSync({ ...options, stdin: { contents, loader, resolveDir: staged }, ...more }).outputFiles[0].text;

for (const file of files.filter((file) => /\.(css|js)$/.test(file) && !file.startsWith("rare-earth-trade"))) {
  writeFileSync(join(staged, file), minified(read(file), file.split(".").pop()));
}

// The module's script, of which only what starts the module is used. Its classes for streams are leptos': they serve
// server functions, which there are none of here, and would keep their part of the module alive.
const script = only(/^rare-earth-trade-[0-9a-f]+\.js$/);
const module = only(/_bg\.wasm$/);
writeFileSync(
  join(staged, script),
  read(script)
    .replace(/^if \(Symbol\.dispose\).*$/gm, "")
    .replace(/^const IntoUnderlying\w+Finalization = [^;]*;/gm, ""),
);
let glue = minified(`export { default } from "./${script}"`, "js", { bundle: true, format: "esm" });

// In the module's text form: what the script does not name is not exported, functions for streams are emptied, and the
// names of imports and exports, each of which holds a hash, are replaced by short ones.
const features = [
  "bulk-memory", "reference-types", "sign-ext", "nontrapping-float-to-int", "mutable-globals", "multivalue",
].map((feature) => `--enable-${feature}`);
const work = mkdtempSync(join(tmpdir(), "pack-"));
const binaryen = (tool, ...parts) => execFileSync(tool, [...features, ...parts], { stdio: ["ignore", "inherit", "inherit"] });
const [text, small] = [join(work, "module.wat"), join(work, "module.wasm")];
binaryen("wasm-dis", join(staged, module), "-o", text);
const short = new Map();
const shorten = (name) => {
  if (!short.has(name)) short.set(name, `_${short.size.toString(36)}`);
  return short.get(name);
};
const named = new Set(glue.match(/[A-Za-z_$][\w$]*/g));
const lines = [];
let empties = false;
for (const line of readFileSync(text, "utf8").split("\n")) {
  if (empties && line !== " )") continue;
  empties = false;
  const outside = /^( \((export|import "[^"]*") ")([^"]+)(".*)$/.exec(line);
  if (!outside) {
    lines.push(line);
    if (/^ \(func .*(wasm_streams|IntoUnderlying|intounderlying)/.test(line)) {
      lines.push("  (unreachable)");
      empties = true;
    }
  } else if (outside[2] !== "export") {
    lines.push(` (import "m" "${shorten(outside[3])}${outside[4]}`);
  } else if (named.has(outside[3])) {
    lines.push(outside[1] + shorten(outside[3]) + outside[4]);
  }
}
writeFileSync(text, lines.join("\n"));
glue = glue
  .replace(/[A-Za-z_$][\w$]*/g, (word) => short.get(word) ?? word)
  .replaceAll(/"\.\/[^"]*_bg\.js"/g, '"m"');
binaryen("wasm-as", "-g", text, "-o", small);
binaryen(
  "wasm-opt", "-Oz", "--flatten", "--rereloop", "--low-memory-unused", "--optimize-added-constants-propagate", "-Oz",
  "-Oz", "--reorder-functions-by-name", small, "-o", small,
);

// The script and the module belong together: both are named by what both hold.
const bytes = readFileSync(small);
const hash = createHash("sha256").update(bytes).update(glue).digest("hex").slice(0, 16);
const names = [[script, `rare-earth-trade-${hash}.js`], [module, `rare-earth-trade-${hash}.wasm`]];
for (const [before, after] of names) renameSync(join(staged, before), join(staged, after));
writeFileSync(join(staged, names[0][1]), glue);
writeFileSync(join(staged, names[1][1]), bytes);
rmSync(work, { recursive: true });

const site = process.env.SITE ?? "";
if (site && !/^https?:\/\/[^"<>\s]+\/$/.test(site)) throw new Error(`SITE is an address that ends in a slash, not ${site}`);
let page = read("index.html");
for (const [before, after] of names) page = page.replaceAll(before, after);
if (site) {
  page = page
    .replace('<meta property="og:image" content="', `$&${site}`)
    // Not as the canonical address: phones share that one instead of the reader's link.
    .replace("</head>", `<meta name="dashboard" content="${site}"></head>`);
}
writeFileSync(join(staged, "index.html"), page);
