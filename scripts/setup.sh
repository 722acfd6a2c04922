#!/usr/bin/env bash
# Installs what building and testing needs, once: a wasm32 standard library, trunk, wasm-bindgen, wasm-opt, Chromium.
# Safe to run again: what is there in the pinned version is left alone. Everything but Debian packages goes to .tools/.
# Ends by writing .tools/env, which the Makefile reads before every build and test.
set -euo pipefail
cd "$(dirname "$0")/.."

# The pinned versions. Trunk.toml repeats those of wasm-bindgen and wasm-opt; a test compares them.
TRUNK=0.21.14
WASM_BINDGEN=0.2.130
TARGET=wasm32-unknown-unknown

tools="$PWD/.tools"
bin="$tools/bin"
mkdir -p "$bin"
path="$bin"
rustflags=""
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

# A compiler with its wasm32 standard library: rustup's where it can be had, else Debian's, whose source is compiled here.
wasm_library() {
  if have rustup && { rustup target list --installed 2>/dev/null | grep -qx "$TARGET" \
    || timeout 60 rustup target add "$TARGET" >"$tools/rustup.log" 2>&1; }; then
    say "wasm32 library: rustup's, for $(rustc --version)"
    return
  fi
  say "wasm32 library: rustup has none to give, using Debian's compiler"
  packages rustc-web cargo-web rust-web-src rust-web-clippy lld
  local version sysroot crate
  version=$(/usr/bin/rustc --version | cut -d' ' -f2)
  sysroot="$tools/sysroot-$version"
  if [ ! -e "$sysroot/complete" ]; then
    say "compiling the wasm32 library for rustc $version (about a minute)"
    crate="$tools/sysroot-build"
    rm -rf "$sysroot" "$crate" "target/$TARGET"
    mkdir -p "$crate/src" "$sysroot/lib/rustlib/$TARGET/lib" "$sysroot/lib/rustlib/x86_64-unknown-linux-gnu/bin"
    printf '[package]\nname = "empty"\nversion = "0.0.0"\nedition = "2021"\n[workspace]\n[profile.release]\npanic = "abort"\n' >"$crate/Cargo.toml"
    printf '#![no_std]\n' >"$crate/src/lib.rs"
    (cd "$crate" && RUSTFLAGS="-Cembed-bitcode=yes" RUSTC_BOOTSTRAP=1 RUSTC=/usr/bin/rustc CARGO_TARGET_DIR=target \
      /usr/bin/cargo build -q -Z build-std=std,panic_abort --release --target "$TARGET") >"$tools/sysroot.log" 2>&1 \
      || stop "the wasm32 library did not compile, see .tools/sysroot.log"
    find "$crate/target/$TARGET/release/deps" -name '*.rlib' ! -name 'libempty-*' \
      -exec cp -t "$sysroot/lib/rustlib/$TARGET/lib" {} +
    ln -s /usr/bin/rust-lld "$sysroot/lib/rustlib/x86_64-unknown-linux-gnu/bin/rust-lld" 2>/dev/null || true
    rm -rf "$crate"
    touch "$sysroot/complete"
  fi
  path="$bin:/usr/bin"
  rustflags="--sysroot=$sysroot -Clinker=wasm-ld -Clinker-flavor=wasm-ld"
}

# tool NAME VERSION-WORDS CRATE CARGO-INSTALL-OPTIONS...: from PATH, or prebuilt by cargo-binstall, or compiled.
tool() {
  local name=$1 want=$2 crate=$3 minutes=$4
  shift 4
  if [ "$("$bin/$name" --version 2>/dev/null)" = "$want" ]; then return; fi
  if have "$name" && [ "$("$name" --version 2>/dev/null)" = "$want" ]; then
    ln -sf "$(command -v "$name")" "$bin/$name"
    return
  fi
  if have cargo-binstall && cargo binstall -y --root "$tools" "$crate" >"$tools/$name.log" 2>&1; then return; fi
  say "compiling $want (about $minutes minutes)"
  CARGO_PROFILE_RELEASE_LTO=off CARGO_PROFILE_RELEASE_OPT_LEVEL=0 CARGO_PROFILE_RELEASE_CODEGEN_UNITS=256 \
    CARGO_PROFILE_RELEASE_DEBUG=false CARGO_TARGET_DIR="$tools/install" \
    cargo install -q --force --root "$tools" "$crate" "$@" >"$tools/$name.log" 2>&1 || stop "$want did not compile, see .tools/$name.log"
}

case "$(uname -sm)" in
  "Linux x86_64") ;;
  *) say "tried on x86-64 Debian only; on $(uname -sm) the fallbacks may need other packages" ;;
esac
have cargo || stop "needs Rust 1.90 or newer with cargo: install it with rustup, then run again"
have npm || stop "needs Node.js 18 or newer with npm (for wasm-opt): install the nodejs and npm packages, then run again"

wasm_library
tool trunk "trunk $TRUNK" "trunk@$TRUNK" 3 --locked --no-default-features --features rustls
tool wasm-bindgen "wasm-bindgen $WASM_BINDGEN" "wasm-bindgen-cli@$WASM_BINDGEN" 3
rm -rf "$tools/install"

if ! cmp -s package-lock.json node_modules/.installed-lock; then
  say "installing wasm-opt from npm (seconds)"
  npm ci --silent >"$tools/npm.log" 2>&1 || stop "npm ci failed, see .tools/npm.log"
  cp package-lock.json node_modules/.installed-lock
fi

if ! { have chromium && have chromedriver; }; then packages chromium chromium-driver fonts-liberation fonts-noto-cjk; fi

# Panic messages name the libraries' source files: without this, each with the full path of this machine.
for crates in "${CARGO_HOME:-$HOME/.cargo}"/registry/src/*/; do rustflags="$rustflags --remap-path-prefix=$crates="; done
{
  printf 'export PATH="%s:%s:$PATH"\n' "$path" "$PWD/node_modules/.bin"
  printf 'export CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS="%s"\n' "$rustflags"
  printf 'export CHROMEDRIVER="%s"\n' "$(command -v chromedriver)"
} >"$tools/env"
say "ready after $((SECONDS - started)) s"
