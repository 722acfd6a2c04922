# `make serve` and `make test` do all set-up themselves; see README.md.
ENV := . .tools/env &&
WASM_ENV := . .tools/wasm-env &&
PORT ?= 8080

.PHONY: serve test build single setup lint golden clean

serve: setup target/preview.png
	@mkdir -p target/served
	@echo "Building (about 3 minutes the first time), then serving at http://127.0.0.1:$(PORT)/ until Ctrl-C"
	@$(WASM_ENV) trunk serve --release --offline --port $(PORT) --public-url / --dist target/served

# With SITE=https://HOST/FOLDER/ link previews have a picture, and copies in one file know where the dashboard is.
build: setup target/preview.png
	$(WASM_ENV) trunk build --release --offline

# The whole page in one file, which opens from a disk.
single: build
	@$(ENV) node scripts/single.mjs dist target/rare-earth-trade.html

# What link previews show: the overview's first chart.
target/preview.png: examples/preview.rs style/tokens.css $(shell find assets/data src/data src/model src/chart -type f)
	@mkdir -p target
	$(ENV) cargo run --quiet --example preview > target/preview.html
	$(ENV) scripts/photograph.sh target/preview.html target/preview.png

test: single
	$(ENV) cargo test

setup:
	@scripts/setup.sh

lint: setup
	$(ENV) cargo fmt --check
	$(ENV) cargo clippy --all-targets -- -D warnings
	$(WASM_ENV) cargo clippy --target wasm32-unknown-unknown -- -D warnings

# Rewrites the golden drawings: look at each before you commit it.
golden: setup
	$(ENV) UPDATE_GOLDEN=1 cargo test --test golden

clean:
	rm -rf dist target
