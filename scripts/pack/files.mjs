// What the steps of packing share.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readdirSync } from "node:fs";
import { buildSync } from "esbuild";

/// Runs a program; what it prints goes to the terminal.
export const run = (program, ...parameters) =>
  execFileSync(program, parameters, { stdio: ["ignore", "inherit", "inherit"] });

/// The one file of a folder whose name fits.
export const only = (folder, pattern) => {
  const found = readdirSync(folder).filter((file) => pattern.test(file));
  if (found.length !== 1) throw new Error(`expected one file ${pattern} in ${folder}, found ${found.join(", ") || "none"}`);
  return found[0];
};

/// A text with one place of it changed; that it is not there is an error.
export const replaced = (text, before, after) => {
  if (!text.includes(before)) throw new Error(`nothing reads ${before}`);
  return text.replace(before, () => after);
};

/// A script ("js") or a style sheet ("css") made small for the browsers that the page supports; with what it imports, where it
/// is in a folder.
export const minified = (contents, loader, folder) =>
  buildSync({
    stdin: { contents, loader, resolveDir: folder },
    bundle: folder !== undefined,
    format: folder && "esm",
    minify: true,
    // wasm-bindgen's, for whoever calls its script in ways of earlier versions.
    pure: ["console.warn"],
    charset: "utf8",
    target: ["chrome123", "firefox125", "safari17.5"],
    write: false,
    logLevel: "warning",
  }).outputFiles[0].text;

/// 16 digits that stand for what a file holds.
export const digest = (...contents) => {
  const hash = createHash("sha256");
  for (const content of contents) hash.update(content);
  return hash.digest("hex").slice(0, 16);
};
