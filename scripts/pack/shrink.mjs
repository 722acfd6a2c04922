// Makes modules small: by short names, without what is never called, and by wasm-opt.
import { readFileSync, writeFileSync } from "node:fs";
import { minified, run } from "./files.mjs";

const FEATURES = [
  "bulk-memory", "reference-types", "sign-ext", "nontrapping-float-to-int", "mutable-globals", "multivalue",
].map((feature) => `--enable-${feature}`);

/// The names of the scripts that modules import from, and short ones for them. A part imports from the main module by
/// a name that stays.
const SCRIPTS = { "./rare-earth-trade_bg.js": "m", "./__wasm_split.js": "s", __wasm_split: "__wasm_split" };

/// The functions of leptos' streams, which serve server functions: there are none of these here, which no tool can know.
/// Only in the main module: there wasm-bindgen has made names readable. A part's names also hold the crate that first used
/// a generic function, and would fit without being meant.
const NEVER_CALLED = /^( \(func [^\n]*(?:wasm_streams|intounderlying)[^\n]*)\n[^]*?\n \)$/gim;

/// A function of the script that modules import, as wasm-bindgen writes it.
const IMPORTED = /^ {8}(\w+): function\([^]*?^ {8}\}.*\n/gm;

/// Makes a program small, in the folder `work`, which holds it. Imports and exports, whose names hold hashes, get short names,
/// the same in all of its modules and in the script; functions that are never called are emptied, and what no module imports
/// is left out of the script.
/// Gives the script as text, and the bytes of the main module and of the parts by their names.
export const shrink = ({ script: path, main, parts }, work) => {
  const short = new Map();
  const shorten = (name) => {
    if (!short.has(name)) short.set(name, `_${short.size.toString(36)}`);
    return short.get(name);
  };
  const small = (module, never) => {
    const path = `${module}.wat`;
    run("wasm-dis", ...FEATURES, module, "-o", path);
    const text = renamed(readFileSync(path, "utf8"), shorten);
    writeFileSync(path, never ? text.replace(never, "$1\n  (unreachable)\n )") : text);
    run("wasm-as", ...FEATURES, "-g", path, "-o", module);
    run("wasm-opt", ...FEATURES, "-Oz", module, "-o", module);
    // Read again, without names, it is 0.2 % smaller.
    run("wasm-opt", ...FEATURES, "-Oz", "--reorder-locals", module, "-o", module);
    return readFileSync(module);
  };
  main = small(main, NEVER_CALLED);
  parts = Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, small(part)]));

  const imported = new Set([main, ...Object.values(parts)].flatMap(imports));
  const used = (text, name) => (imported.has(short.get(name)) ? text : "");
  writeFileSync(path, readFileSync(path, "utf8").replace(IMPORTED, used));
  let script = minified('export { default } from "./rare-earth-trade.js"', "js", work);
  script = script.replace(/[A-Za-z_$][\w$]*/g, (word) => short.get(word) ?? word);
  for (const [from, to] of Object.entries(SCRIPTS)) script = script.replaceAll(`"${from}"`, `"${to}"`);
  return { script, main, parts };
};

/// The names that a module imports.
const imports = (module) => WebAssembly.Module.imports(new WebAssembly.Module(module)).map(({ name }) => name);

/// A module's text with short names outwards: lines like `(import "./x.js" "name" (func ...))`, `(export "name" ...)`.
const renamed = (text, shorten) =>
  text.replace(/^ \((?:export|import "([^"]+)") "([^"]+)"/gm, (_, from, name) => {
    if (!from) return ` (export "${shorten(name)}"`;
    if (!SCRIPTS[from]) throw new Error(`a module imports from ${from}`);
    return ` (import "${SCRIPTS[from]}" "${shorten(name)}"`;
  });
