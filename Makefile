# `make serve` and `make test` do all set-up themselves; see README.md.
ENV := . .tools/env &&
WASM_ENV := . .tools/wasm-env &&
PORT ?= 8080

.PHONY: serve test build setup lint golden clean

serve: setup
	@mkdir -p target/served
	@echo "Building (about 3 minutes the first time), then serving at http://127.0.0.1:$(PORT)/ until Ctrl-C"
	@$(WASM_ENV) trunk serve --release --offline --port $(PORT) --public-url / --dist target/served

build: setup
	$(WASM_ENV) trunk build --release --offline

test: build
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
