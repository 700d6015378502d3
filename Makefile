# run:     set up, load the seed articles, serve          test:  set up, lint, type-check, all tests
# bench:   benchmarks beside a pipeline of known parts    lint:  ruff, mypy, import-linter
# evaluate: measure annotated sets: make evaluate DATA=path [SETS="stance claims"] [ARGS=--write]
# data:    fetch and check what the models were made of: make data [SHARED=path]
# train:   make a model anew: make train MODEL=reader|encoder|names|framing|events|likeness [SHARED=path] [MINUTES=180]
# hostile: odd, large and malformed input, all kinds at full size (make test takes a tenth)
# openapi: write openapi/openapi.json and .yaml anew      clean: remove what set-up and runs left behind

PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
READY  := $(VENV)/.ready
BENCH  := $(VENV)/.bench
MAKERS := $(VENV)/.training

# fixed for runs that are compared with each other; tests/test_hash_seed.py draws another
export PYTHONHASHSEED := 0
export HF_HUB_OFFLINE ?= 1
export TOKENIZERS_PARALLELISM := false

.PHONY: run test hostile bench evaluate data train lint openapi setup clean
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

hostile: export OMP_NUM_THREADS := 1
hostile: export HOSTILE := 1
hostile: $(READY)
	$(BIN)/pytest -n auto --dist worksteal tests/hostile tests/contract/test_raw_requests.py tests/analysis/test_growth.py

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

# what a model is made of is unpacked, and a model written, below var; framing, loaded, events, likeness, roles, spared and wording are written
# where they ship
MODELS  := encoder events framing likeness loaded names reader rescoring roles spared wording
SHARED  ?= $(wildcard ../shared)
MINUTES ?= 180
FETCHED := var/fetched
OUT      = var/models/$(MODEL)
PAIRS    = $(SHARED)/train/encoder
FRAMED  := tatoeba tatoeba_more stsb xquad iot mediawiki
TRAIN_encoder = encoder --data "$(PAIRS)" --names "$(SHARED)/train/ner" --clusters "$(SHARED)/gold/data/clusters" --out $(OUT) --work $(OUT)-work
TRAIN_events  = events "$(SHARED)/gold/data/clusters"
TRAIN_framing = framing "$(SHARED)/gold/data/frames/narrative_frames_dev.jsonl" $(FRAMED:%="$(PAIRS)/%.jsonl.xz")
TRAIN_likeness = likeness "$(SHARED)/gold/data/clusters" "$(SHARED)/train/ner"
TRAIN_loaded  = loaded
TRAIN_names   = names --data "$(SHARED)/train/ner" --words "$(PAIRS)" --news "$(SHARED)/gold/data" --out $(OUT)
TRAIN_rescoring = rescoring --data "$(SHARED)/train/ner"
TRAIN_roles   = roles
TRAIN_spared  = spared
TRAIN_wording = wording "$(SHARED)"
TRAIN_reader  = reader.make --fetched $(FETCHED) --shared "$(SHARED)" --minutes $(MINUTES) --out $(OUT)

$(MAKERS): $(READY)
	$(BIN)/pip install --quiet --constraint constraints.txt --editable '.[dev,training]'
	touch $@

data: $(MAKERS)
	$(BIN)/python -m analysis.training.fetch --out $(FETCHED) $(if $(SHARED),--shared "$(SHARED)") $(if $(MODEL),--model $(MODEL))

train: $(MAKERS)
	@test -n "$(filter $(MODEL),$(MODELS))" || { echo "Name a model: make train MODEL=reader (or $(filter-out reader,$(MODELS)))"; exit 1; }
	@test -n "$(SHARED)" || { echo "Name the folder that holds train and gold: make train MODEL=$(MODEL) SHARED=path"; exit 1; }
	$(BIN)/python -m analysis.training.fetch --out $(FETCHED) --shared "$(SHARED)" --model $(MODEL)
	$(BIN)/python -m analysis.training.$(TRAIN_$(MODEL))

openapi: $(READY)
	$(BIN)/parallax openapi --write openapi

clean:
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache var build *.egg-info
