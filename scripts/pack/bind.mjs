// From the module that cargo has linked to modules that a browser can load, and the script that loads them.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { run } from "./files.mjs";

/// Whoever compiles with the feature `split` imports from here what stands in a part; only wasm-split resolves it.
const CUT = "__wasm_split_placeholder__";

/// Cuts a module into the main one and its parts, and binds it to the browser, in the folder `work`.
///
/// The cut comes before wasm-bindgen, which needs the main module alone. trunk has no step there (trunk#1022), so this is
/// done here, and wasm-bindgen runs a second time.
/// Gives the files of its script, of the main module and of the parts by their names, and of each part the names
/// of those files that it is loaded from: what two parts share is in a file of its own.
export const bind = (linked, work) => {
  let module = linked;
  let needs = {};
  if (readFileSync(linked).includes(CUT)) {
    run("wasm-split-cli", linked, work, "--out-name", "rare-earth-trade");
    module = join(work, "rare-earth-trade.wasm");
    const loader = join(work, "__wasm_split.js");
    needs = shared(readFileSync(loader, "utf8"));
    loadAnyType(loader);
  }
  run(
    "wasm-bindgen", "--target", "web", "--no-typescript", "--keep-debug", "--keep-lld-exports",
    "--out-name", "rare-earth-trade", "--out-dir", work, module,
  );
  const script = join(work, "rare-earth-trade.js");
  writeFileSync(script, withoutClasses(namedOnce(readFileSync(script, "utf8"))));
  const parts = {};
  for (const file of readdirSync(work)) {
    const part = /^(?:split_(.+)|(chunk_.+))\.wasm$/.exec(file);
    if (part) parts[part[1] ?? part[2]] = join(work, file);
    if (part?.[1]) needs[part[1]] = [part[1], ...(needs[part[1]] ?? [])];
  }
  const shares = Object.keys(parts).filter((name) => name.startsWith("chunk_"));
  const nowhere = shares.filter((name) => !Object.values(needs).flat().includes(name));
  if (nowhere.length) throw new Error(`the loader does not say who needs ${nowhere}`);
  return { script, main: join(work, "rare-earth-trade_bg.wasm"), parts, needs };
};

/// The files of shared code by the parts that need them. Above each the loader names these: `/* more, tables */`.
const shared = (loader) => {
  const needs = {};
  for (const [, parts, file] of loader.matchAll(/\/\* ([\w, ]+) \*\/\nconst __(chunk_\w+) =/g))
    for (const part of parts.split(", ")) (needs[part] ??= []).push(file);
  return needs;
};

/// Lets parts load from hosts that send another media type than WebAssembly's.
const loadAnyType = (path) => {
  const streamed = "WebAssembly.instantiateStreaming(src, imports)";
  const script = readFileSync(path, "utf8");
  if (!script.includes(streamed)) throw new Error(`nothing reads ${streamed}`);
  const any = "src.then((it) => it.arrayBuffer()).then((bytes) => WebAssembly.instantiate(bytes, imports))";
  writeFileSync(path, script.replaceAll(streamed, () => any));
};

/// wasm-bindgen names a script at each of its imports from it; once is enough.
const namedOnce = (script) => {
  const lines = script.split("\n");
  const named = lines.filter((line) => /^ *"\.\/__wasm_split\.js": /.test(line));
  const isAgain = (line, at) => named.includes(line) && lines.indexOf(named[0]) !== at;
  return lines.filter((line, at) => !isAgain(line, at)).join("\n");
};

/// A script without classes of the program: those that there are belong to leptos' streams, which serve server functions, and
/// here are none of these. wasm-bindgen writes every class, whether something makes one or not.
const withoutClasses = (script) =>
  script
    .replace(/^export class \w+ \{[^]*?^\}\nif \(Symbol\.dispose\).*\n/gm, "")
    .replace(/^const IntoUnderlying\w+Finalization = [^;]*;\n/gm, "");
