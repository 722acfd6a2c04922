#!/usr/bin/env bash
# Installs what building needs, once: the standard library's source, trunk, wasm-bindgen, wasm-split, wasm-opt, fonts.
# `setup.sh test` also installs what tests need: Chromium. `setup.sh engines` also Firefox and WebKit with their drivers.
# Safe to run again: what is there in the pinned version is left alone. Everything but Debian packages goes to .tools/.
# Ends by writing .tools/env and .tools/wasm-env, which the Makefile reads before every test and build.
set -euo pipefail
cd "$(dirname "$0")/.."

# The pinned versions. Trunk.toml repeats that of wasm-bindgen; a test compares them. wasm-split reads what wasm-bindgen
# will read: raise them together.
TRUNK=0.21.14
WASM_BINDGEN=0.2.130
WASM_SPLIT=0.2.4
GECKODRIVER=0.37.1

tools="$PWD/.tools"
bin="$tools/bin"
mkdir -p "$bin"
path="$bin"
linker=""
started=$SECONDS

say() { printf 'setup: %s\n' "$*"; }
stop() { printf 'setup: %s\n' "$*" >&2; exit 1; }
have() { command -v "$1" >/dev/null 2>&1; }

# Debian packages, installed only where one of them is missing.
packages() {
  local missing=()
  for name in "$@"; do
    dpkg-query -W -f='${Status}' "$name" 2>/dev/null | grep -q 'install ok installed' || missing+=("$name")
  done
  [ ${#missing[@]} -eq 0 ] && return
  have apt-get || stop "needs ${missing[*]}, and there is no apt-get here: install their equivalents and run again"
  local root=()
  [ "$(id -u)" -eq 0 ] || { have sudo || stop "needs ${missing[*]}: run 'apt-get install ${missing[*]}' as root"; root=(sudo); }
  say "installing Debian packages: ${missing[*]} (about half a minute)"
  "${root[@]}" apt-get update -qq >"$tools/apt.log" 2>&1 || stop "apt-get update failed, see .tools/apt.log"
  "${root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "${missing[@]}" \
    >>"$tools/apt.log" 2>&1 || stop "apt-get install ${missing[*]} failed, see .tools/apt.log"
}

# The source of the standard library, which every build of the page compiles for itself (see the end of this file):
# rustup's, where it can be had, else Debian's, with Debian's compiler.
library_source() {
  local source
  source="$(rustc --print sysroot)/lib/rustlib/src/rust/library/Cargo.lock"
  if [ -e "$source" ] || { have rustup && timeout 100 rustup component add rust-src >"$tools/rustup.log" 2>&1; }; then
    say "compiler: $(rustc --version), with its library's source"
    return
  fi
  say "the source of the standard library cannot be had from rustup: using Debian's compiler"
  packages rustc-web cargo-web rust-web-src rust-web-clippy
  path="$bin:/usr/bin"
  # The linker that came with rustup's compiler, where there is one, else Debian's.
  linker="$(rustc --print sysroot)/lib/rustlib/x86_64-unknown-linux-gnu/bin/rust-lld"
  [ -x "$linker" ] || { packages lld; linker=$(command -v wasm-ld); }
}

# tool NAME VERSION CRATE MINUTES CARGO-INSTALL-OPTIONS...: from PATH, or prebuilt by cargo-binstall, or compiled.
tool() {
  local name=$1 version=$2 crate=$3@$2 minutes=$4
  local want="$name $version"
  # What was installed here stands in cargo's list; not every tool says its version.
  if [ -x "$bin/$name" ] && grep -qs "^\"$3 $version " "$tools/.crates.toml"; then return; fi
  if have "$name" && [ "$("$name" --version 2>/dev/null | head -n 1)" = "$want" ]; then
    # It may be the link itself: whoever has read .tools/env has that on the PATH.
    [ "$(command -v "$name")" -ef "$bin/$name" ] || ln -sf "$(command -v "$name")" "$bin/$name"
    return
  fi
  shift 4
  if have cargo-binstall && cargo binstall -y --root "$tools" "$crate" >"$tools/$name.log" 2>&1; then return; fi
  say "compiling $want (about $minutes minutes)"
  CARGO_PROFILE_RELEASE_LTO=off CARGO_PROFILE_RELEASE_OPT_LEVEL=0 CARGO_PROFILE_RELEASE_CODEGEN_UNITS=256 \
    CARGO_PROFILE_RELEASE_DEBUG=false CARGO_TARGET_DIR="$tools/install" \
    cargo install -q --force --root "$tools" "$crate" "$@" >"$tools/$name.log" 2>&1 || stop "$want did not compile, see .tools/$name.log"
}

# Fonts as wide as Arial, which the pictures of charts are drawn with.
fonts() {
  local folders=(/usr/share/fonts /usr/local/share/fonts /System/Library/Fonts /Library/Fonts "$HOME/.fonts" "$HOME/.local/share/fonts")
  find -L "${folders[@]}" \( -iname 'LiberationSans-*' -o -iname 'Arial*' -o -iname 'Arimo*' \) 2>/dev/null | grep -q . \
    || packages fonts-liberation
}

# Firefox and WebKit (Safari's engine), with what leads them: geckodriver, WebKit's own driver, a screen and a message bus
# for the latter.
engines() {
  if ! have firefox-esr && ! have firefox; then packages firefox-esr; fi
  tool geckodriver "$GECKODRIVER" geckodriver 4 --locked
  if ! { have WebKitWebDriver && have xvfb-run && have dbus-run-session; }; then
    packages webkit2gtk-driver xvfb xauth dbus-daemon
  fi
  have WebKitWebDriver || stop "there is no WebKitWebDriver here: ENGINE=webkit cannot run"
}

case "$(uname -sm)" in
  "Linux x86_64") ;;
  *) say "tried on x86-64 Debian only; on $(uname -sm) the fallbacks may need other packages" ;;
esac
have cargo || stop "needs Rust 1.95 or newer with cargo: install it with rustup, then run again"
have npm || stop "needs Node.js 18 or newer with npm (for wasm-opt, esbuild and axe-core): install the nodejs and npm packages, then run again"

library_source
tool trunk "$TRUNK" trunk 3 --locked --no-default-features --features rustls
tool wasm-bindgen "$WASM_BINDGEN" wasm-bindgen-cli 3
tool wasm-split-cli "$WASM_SPLIT" wasm_split_cli_support 1 --locked --features build-binary
if [ "${1:-}" = engines ]; then engines; fi
rm -rf "$tools/install"

if ! cmp -s package-lock.json node_modules/.installed-lock; then
  say "installing wasm-opt, esbuild and axe-core from npm (seconds)"
  npm ci --silent >"$tools/npm.log" 2>&1 || stop "npm ci failed, see .tools/npm.log"
  cp package-lock.json node_modules/.installed-lock
fi

fonts
if [ -n "${1:-}" ] && ! { have chromium && have chromedriver; }; then packages chromium chromium-driver fonts-noto-cjk; fi

printf 'export PATH="%s:%s:$PATH"\n' "$path" "$PWD/node_modules/.bin" >"$tools/env"
# Builds for the browser compile the standard library with everything else: it gets small, and a panic stops the module
# at once instead of making a message that no reader sees. Both are unstable options, hence RUSTC_BOOTSTRAP.
# wasm-split needs the places where functions and data are named. What each is worth stands in docs/architecture.md.
{
  printf '. .tools/env\n'
  printf 'export RUSTC_BOOTSTRAP=1 CARGO_UNSTABLE_BUILD_STD=std,panic_abort\n'
  printf 'export CARGO_UNSTABLE_BUILD_STD_FEATURES=optimize_for_size\n'
  printf 'export CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS="-Zunstable-options -Cpanic=immediate-abort -Clink-arg=--emit-relocs"\n'
  [ -z "$linker" ] || printf 'export CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER="%s"\n' "$linker"
} >"$tools/wasm-env"

# What is compiled without asking the network: the crates of the page, of its tests, and of the standard library.
(. "$tools/wasm-env" && cargo fetch --quiet --locked) >"$tools/fetch.log" 2>&1 \
  || stop "the crates cannot be fetched, see .tools/fetch.log"
say "ready after $((SECONDS - started)) s"
