# run:     set up, load the seed articles, serve          test:  set up, lint, type-check, all tests
# bench:   benchmarks beside a pipeline of known parts    lint:  ruff, mypy, import-linter
# evaluate: measure annotated sets: make evaluate DATA=path [SETS="stance claims"] [ARGS=--write]
# openapi: write openapi/openapi.json and .yaml anew      clean: remove what set-up and runs left behind

PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
READY  := $(VENV)/.ready
BENCH  := $(VENV)/.bench

export PYTHONHASHSEED := 0
export HF_HUB_OFFLINE ?= 1
export TOKENIZERS_PARALLELISM := false

.PHONY: run test bench evaluate lint openapi setup clean
.DEFAULT_GOAL := test

setup: $(READY)

$(READY): pyproject.toml constraints.txt
	@command -v $(PYTHON) >/dev/null || { echo "Python 3.11 or newer is missing (Debian: apt-get install python3 python3-venv)"; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or newer is needed; $(PYTHON) is $$($(PYTHON) -V 2>&1). Name another with: make PYTHON=python3.11"; exit 1; }
	@$(PYTHON) -c 'import venv, ensurepip' 2>/dev/null || { echo "Python's venv module is missing (Debian: apt-get install python3-venv)"; exit 1; }
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --upgrade pip
	$(BIN)/pip install --quiet --constraint constraints.txt torch
	$(BIN)/pip install --quiet --constraint constraints.txt --editable '.[dev]'
	touch $@

$(BENCH): $(READY)
	$(BIN)/pip install --quiet --constraint constraints.txt --editable '.[dev,bench]'
	touch $@

run: $(READY)
	$(BIN)/parallax load --findings seeds/manifest.json
	$(BIN)/parallax serve

# one thread a worker: the workers are as many as the cores
test: export OMP_NUM_THREADS := 1
test: lint
	$(BIN)/pytest -n auto --dist worksteal

lint: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: $(BENCH)
	$(BIN)/python -m tests.benchmarks

evaluate: $(READY)
	@test -n "$(DATA)" || { echo "Name the folder of annotated sets: make evaluate DATA=path"; exit 1; }
	$(BIN)/python -m tests.evaluation $(SETS) "$(DATA)" $(ARGS)

openapi: $(READY)
	$(BIN)/parallax openapi --write openapi

clean:
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache var build *.egg-info
