# Two commands for a newcomer: `make demo` and `make test`. Only Python 3.11 and make are needed.
PYTHON ?= python3
UV_VERSION := 0.13.9
UV := $(shell command -v uv 2>/dev/null || echo .uv/bin/uv)
export UV_PYTHON_DOWNLOADS := never
export UV_COMPILE_BYTECODE := 1
export UV_PYTHON ?= $(PYTHON)

# Node makes the look of the site; where a machine has none, Python brings it.
LOOK := $(if $(shell command -v npm 2>/dev/null),,--group look)
LOOK_SOURCES := $(wildcard src/candour/site/look/*.* src/candour/site/look/pictures/* src/candour/site/look/pictures/*/* src/candour/site/locale/*/LC_MESSAGES/*.po src/candour/site/components/*/*.scss src/candour/site/easy/*.scss)

.PHONY: demo serve test lint types docs tiles native bench bench-large bench-site bench-lighthouse fuzz clean help

help: ## list what can be made
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/'

$(UV):
	$(PYTHON) -m venv .uv
	.uv/bin/python -m pip install --quiet uv==$(UV_VERSION)

# Python would go on running native code of source that has changed since, so it is taken away.
NATIVE_SOURCE := native/compile.py $(wildcard src/candour/ocds/merge/*.py)

.venv/.run: $(UV) pyproject.toml uv.lock $(NATIVE_SOURCE)
	@$(PYTHON) native/compile.py --remove
	$(UV) sync --frozen --quiet --inexact --extra site $(LOOK)
	@touch $@

.venv/.test: $(UV) pyproject.toml uv.lock $(NATIVE_SOURCE)
	@$(PYTHON) native/compile.py --remove
	$(UV) sync --frozen --quiet --all-groups --all-extras $(if $(LOOK),,--no-group look)
	@touch $@ .venv/.run

.venv/.look: .venv/.run $(LOOK_SOURCES)
	.venv/bin/python -m candour.site.look
	@touch $@

# Tests of the site drive a real browser. Where none can be installed they are skipped, and say what they miss.
.venv/.browser: .venv/.test
	@command -v chromium >/dev/null || { test "$$(id -u)" = 0 && command -v apt-get >/dev/null \
		&& apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -qq --no-install-recommends chromium; } \
		|| echo "no browser: the tests in tests/browser will be skipped; install Debian's chromium for them"
	@touch $@

demo: .venv/.look ## install, build tables from the built-in sample, and open the site on them until Ctrl+C
	.venv/bin/candour demo --serve

serve: .venv/.look ## the site on your own data, in candour-data/ or $CANDOUR_DATA
	.venv/bin/candour serve

lint: .venv/.test
	.venv/bin/ruff check .
	.venv/bin/ruff format --check .
	.venv/bin/lint-imports --no-cache

types: .venv/.test
	.venv/bin/mypy

test: lint types .venv/.look .venv/.browser ## install what tests need and run them all
	# Tests start hundreds of commands, which need not each compile the source.
	.venv/bin/python -m compileall -q src
	.venv/bin/python -m pytest -n 2 --dist worksteal

docs: .venv/.test ## write the reference pages and the picture again
	for page in docs/generators/*.py; do .venv/bin/python $$page || exit 1; done

tiles: .venv/.test ## make the tile map of the councils anew, a quarter of an hour
	.venv/bin/python docs/generators/tiles/make.py
	.venv/bin/python docs/generators/tile_map.py

native: .venv/.test ## the merge routine as native code, a quarter quicker; needs a C compiler
	.venv/bin/python native/compile.py

bench: .venv/.test ## measure beside the tools that do the same work, some minutes
	.venv/bin/python native/compile.py --where-possible
	.venv/bin/python tests/benchmarks/run.py --json .candour/benchmarks/figures.json

bench-large: .venv/.test ## the same, then one million releases; writes the figures into the documentation
	.venv/bin/python native/compile.py --where-possible
	.venv/bin/python tests/benchmarks/run.py --large 1000000 --json .candour/benchmarks/figures.json \
		--markdown docs/explanation/performance.md

bench-site: .venv/.test .venv/.look ## measure the website, and Datasette over the same tables, some minutes
	.venv/bin/python tests/benchmarks/web.py --releases $(or $(RELEASES),100000)

bench-lighthouse: .venv/.test .venv/.look .venv/.browser ## look at pages of every kind with Lighthouse, some minutes
	.venv/bin/python tests/benchmarks/lighthouse.py

FUZZ_SECONDS ?= 60

fuzz: .venv/.test ## try to break the reader and the merger, a minute each
	.venv/bin/python -c "import atheris" || { echo "fuzz: skipped, atheris is not installed here"; exit 0; }; \
	for target in tests/fuzz/fuzz_*.py; do \
		.venv/bin/python $$target -max_total_time=$(FUZZ_SECONDS) || exit 1; done

clean: ## remove what was installed and built here
	rm -rf .venv .uv .candour .mypy_cache .pytest_cache .ruff_cache .hypothesis
	$(PYTHON) native/compile.py --remove
