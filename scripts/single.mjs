// Makes one file of the built page: scripts, styles, program and figures inside. It opens from a disk, can be mailed, and
// works on hosts that serve no WebAssembly. Called by `make single`, after the build.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { buildSync } from "esbuild";
import { minified, only } from "./pack/files.mjs";

const [dist, out] = process.argv.slice(2);
const file = (pattern) => join(dist, only(dist, pattern));
const text = (path) => readFileSync(path, "utf8");

// Inside a script element nothing may look like its end.
const inside = (attributes, content) => {
  if (/<\/script|<!--/i.test(content)) throw new Error(`cannot be put into a page: ${content.slice(0, 80)}`);
  return `<script${attributes}>${content}</script>`;
};
// A page from a disk may fetch nothing but what is inside it: the parts that are loaded on demand, too.
const carriedParts = new Set();
const script = text(file(/^rare-earth-trade-.*\.js$/)).replace(
  /new URL\("\.\/([a-z]+-[0-9a-f]{16}\.wasm)", ?import\.meta\.url\)/g,
  (_, part) => {
    carriedParts.add(part);
    return `"data:application/wasm;base64,${readFileSync(join(dist, part)).toString("base64")}"`;
  },
);
const left = readdirSync(dist).filter((name) => name.endsWith(".wasm") && !name.startsWith("rare-earth-trade-") && !carriedParts.has(name));
if (left.length) throw new Error(`the script does not load ${left} as expected`);
const module = buildSync({
  stdin: { contents: script, loader: "js" },
  bundle: true,
  minify: true,
  write: false,
  format: "iife",
  globalName: "rareEarthTrade",
  charset: "utf8",
  // Only for finding the module beside the script, which is not done here.
  define: { "import.meta.url": "''" },
  logLevel: "warning",
}).outputFiles[0].text;
const packed = gzipSync(readFileSync(file(/^rare-earth-trade-.*\.wasm$/)), { level: 9 }).toString("base64");
const figures = readdirSync(join(dist, "assets/data"))
  .map((name) => inside(` type="text/csv" id="${name}"`, text(join(dist, "assets/data", name))))
  .join("\n");
const icon = `data:image/svg+xml;base64,${Buffer.from(text(file(/^icon-.*\.svg$/))).toString("base64")}`;

let page = text(join(dist, "index.html"));
const put = (pattern, content) => {
  if (!pattern.test(page)) throw new Error(`index.html has no ${pattern}`);
  page = page.replace(pattern, () => content);
};
for (const sheet of ["site", "later"])
  put(new RegExp(`<link rel="stylesheet"[^>]*${sheet}-[^>]*>`), `<style>${text(file(new RegExp(`^${sheet}-.*\\.css$`)))}</style>`);
put(/<link rel="icon"[^>]*>/, `<link rel="icon" href="${icon}">`);
put(/<link id="module"[^>]*>/, "");
// In the head, as in the page itself: the boot script has run before the first paint. What it starts stands before it.
put(
  /<script src="[^"]*boot-[^>]*><\/script>/,
  [
    figures,
    inside(' type="text/plain" id="carried"', packed),
    inside("", module),
    inside("", minified(text(new URL("../assets/carried.js", import.meta.url)), "js")),
    inside("", text(file(/^boot-.*\.js$/))),
  ].join("\n"),
);
// What would be fetched is inside, and files beside the page are not there.
page = page.replace(/<link rel="(modulepreload|preload)"[^>]*>/g, "");
put(/<p>[^<]*<\/p><ul>(<li><a href="assets\/data\/[^<]*<\/a><\/li>)+<\/ul>/, "");
writeFileSync(out, page);
console.log(`${out}: ${Math.round(page.length / 1000)} kB`);
