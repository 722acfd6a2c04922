# `make serve` and `make test` do all set-up themselves; see README.md.
ENV := . .tools/env &&
WASM_ENV := . .tools/wasm-env &&
# Packed and in parts, see scripts/pack.mjs. A plain `trunk build` or `trunk serve` needs neither make nor its set-up.
RELEASE := --release --offline --features split
PORT ?= 8080

.PHONY: serve test test-engines build single setup test-setup engines-setup lint golden clean

serve: setup
	@mkdir -p target/served
	@echo "Building (about 3 minutes the first time), then serving at http://127.0.0.1:$(PORT)/ until Ctrl-C"
	@$(WASM_ENV) PACK=1 trunk serve $(RELEASE) --port $(PORT) --public-url / --dist target/served

# With SITE=https://HOST/FOLDER/ link previews have a picture, and copies in one file know where the dashboard is.
build: setup
	$(WASM_ENV) PACK=1 trunk build $(RELEASE)

# The whole page in one file, which opens from a disk.
single: build
	@$(ENV) node scripts/single.mjs dist target/rare-earth-trade.html

test: test-setup single
	$(ENV) cargo test --features built

setup:
	@scripts/setup.sh

# The journeys of readers and the pages of hosts in Firefox and in WebKit, Safari's engine; `make test` runs everything in
# Chromium. As root WebKit does without its own sandbox, which it refuses there.
READERS := journeys:: hosts:: controls:: sharing:: copies:: frame_sizes:: older_links::
READERS_TESTS := cargo test --features built --test browser -- $(READERS)
test-engines: engines-setup single
	$(ENV) ENGINE=firefox $(READERS_TESTS)
	$(ENV) if [ "$$(id -u)" -eq 0 ]; then export WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS=1; fi; \
	  export ENGINE=webkit LIBGL_ALWAYS_SOFTWARE=1 NO_AT_BRIDGE=1; \
	  xvfb-run --auto-servernum --server-args="-screen 0 1600x1200x24" dbus-run-session -- $(READERS_TESTS)

engines-setup:
	@scripts/setup.sh engines

test-setup:
	@scripts/setup.sh test

lint: setup
	$(ENV) cargo fmt --check
	$(ENV) cargo clippy --all-targets --features built -- -D warnings
	$(WASM_ENV) cargo clippy --target wasm32-unknown-unknown -- -D warnings
	$(WASM_ENV) cargo clippy --target wasm32-unknown-unknown --features split -- -D warnings

# Rewrites the golden drawings: look at each before you commit it.
golden:
	UPDATE_GOLDEN=1 cargo test --test suite golden

clean:
	rm -rf dist target
