// From the module that cargo has linked to modules that a browser can load, and the script that loads them.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { minified, replaced, run } from "./files.mjs";

/// Whoever compiles with the feature `split` imports from here what stands in a part; only wasm-split resolves it.
const CUT = "__wasm_split_placeholder__";

/// Cuts a module into the main one and its parts, and binds it to the browser, in the folder `work`.
///
/// The cut comes before wasm-bindgen, which needs the main module alone. trunk has no step there (trunk#1022), so this is
/// done here, and wasm-bindgen runs a second time.
/// Gives the script as text, and the files of the main module and of the parts by their names.
export const bind = (linked, work) => {
  let module = linked;
  if (readFileSync(linked).includes(CUT)) {
    run("wasm-split-cli", linked, work, "--out-name", "rare-earth-trade");
    module = join(work, "rare-earth-trade.wasm");
    loadAnyType(join(work, "__wasm_split.js"));
  }
  run(
    "wasm-bindgen", "--target", "web", "--no-typescript", "--keep-debug", "--keep-lld-exports",
    "--out-name", "rare-earth-trade", "--out-dir", work, module,
  );
  const parts = {};
  for (const file of readdirSync(work)) {
    // Code that two parts share would be in a file of its own, which nothing here loads.
    if (/^chunk_.*\.wasm$/.test(file)) throw new Error(`the parts share code, ${file}: make them one`);
    const part = /^split_(.+)\.wasm$/.exec(file);
    if (part) parts[part[1]] = join(work, file);
  }
  const script = minified('export { default } from "./rare-earth-trade.js"', "js", { folder: work });
  return { script, main: join(work, "rare-earth-trade_bg.wasm"), parts };
};

/// Lets parts load from hosts that send another media type than WebAssembly's.
const loadAnyType = (path) => {
  const script = replaced(
    readFileSync(path, "utf8"),
    "WebAssembly.instantiateStreaming(src, imports)",
    "src.then((it) => it.arrayBuffer()).then((bytes) => WebAssembly.instantiate(bytes, imports))",
  );
  writeFileSync(path, script);
};
