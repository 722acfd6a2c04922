// Makes the modules small, by their text form and wasm-opt.
import { readFileSync, writeFileSync } from "node:fs";
import { run } from "./files.mjs";

const FEATURES = [
  "bulk-memory", "reference-types", "sign-ext", "nontrapping-float-to-int", "mutable-globals", "multivalue",
].map((feature) => `--enable-${feature}`);

/// Functions that nothing calls here, though the module cannot know: leptos' streams serve server functions.
/// Only in the main module: there wasm-bindgen has made names readable. A part's names also hold the crate that first used
/// a generic function, and would fit without being meant.
const UNUSED = /^ \(func .*(wasm_streams|IntoUnderlying|intounderlying)/;

/// The names of the scripts that modules import from, and short ones for them. A part imports from the main module by
/// a name that stays.
const SCRIPTS = { "./rare-earth-trade_bg.js": "m", "./__wasm_split.js": "s", __wasm_split: "__wasm_split" };

/// Makes a program small. Imports and exports, whose names hold hashes, get short names, the same in all of its modules
/// and the script; what the script does not name is not exported; functions in `UNUSED` are emptied.
/// Gives the script as text, and the bytes of the main module and of the parts by their names.
export const shrink = ({ script, main, parts }) => {
  const words = /[A-Za-z_$][\w$]*/g;
  const exported = new Set(script.match(words));
  const short = new Map();
  const shorten = (name) => {
    if (!short.has(name)) short.set(name, `_${short.size.toString(36)}`);
    return short.get(name);
  };
  const small = (module, unused) => {
    const text = `${module}.wat`;
    run("wasm-dis", ...FEATURES, module, "-o", text);
    writeFileSync(text, renamed(readFileSync(text, "utf8"), exported, shorten, unused));
    run("wasm-as", ...FEATURES, "-g", text, "-o", module);
    run("wasm-opt", ...FEATURES, "-Oz", module, "-o", module);
    return readFileSync(module);
  };
  main = small(main, UNUSED);
  parts = Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, small(part)]));
  script = script.replace(words, (word) => short.get(word) ?? word);
  for (const [from, to] of Object.entries(SCRIPTS)) script = script.replaceAll(`"${from}"`, `"${to}"`);
  return { script, main, parts };
};

/// A module's text with short names outwards and without unused functions.
const renamed = (text, exported, shorten, unused) => {
  const lines = [];
  let emptied = false;
  for (const line of text.split("\n")) {
    if (emptied && line !== " )") continue;
    emptied = false;
    const [, kind, from, name, rest] = /^ \((export|import "([^"]*)") "([^"]+)(".*)$/.exec(line) ?? [];
    if (kind === "export") {
      if (exported.has(name)) lines.push(` (export "${shorten(name)}${rest}`);
    } else if (kind) {
      if (!SCRIPTS[from]) throw new Error(`a module imports from ${from}`);
      lines.push(` (import "${SCRIPTS[from]}" "${shorten(name)}${rest}`);
    } else {
      lines.push(line);
      if (unused?.test(line)) {
        lines.push("  (unreachable)");
        emptied = true;
      }
    }
  }
  return lines.join("\n");
};
