# The chores of this project; `make` alone lists them. They need Python 3.11 or newer, make and git.

SHELL := /bin/sh
VENV ?= .venv
BIN := $(VENV)/bin
DEMO := build/demo
COMPILED := build/compiled
SAMPLES := src/hudna/samples/astana.jsonl src/hudna/samples/pages
STORE := $(DEMO)/record.sqlite
# A distribution's own Python comes first: it is built optimised, which one built by hand often is not, and reads a tenth
# faster for it.
PYTHON ?= $(shell for python in /usr/bin/python3 python python3 python3.14 python3.13 python3.12 python3.11; do \
	$$python -c 'import ensurepip, sys, venv; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$python && break; done)
COMPILE := $(BIN)/pip-compile --quiet --strip-extras --no-annotate --no-header --no-emit-options \
	--no-emit-index-url --no-emit-trusted-host --no-emit-find-links

.DEFAULT_GOAL := help
.PHONY: help demo test test-all cases check floors format bench compiled bench-compiled docs lock clean

help:  ## list the chores
	@sed -n 's/^\([a-z-]*\):.*## /\1\t/p' $(MAKEFILE_LIST) | expand -t 12

demo: $(VENV)/.run  ## build a record from the packaged samples and print its chronology
	@rm -rf $(DEMO) && mkdir -p $(DEMO)
	@$(BIN)/hudna add --store $(STORE) $(SAMPLES)
	@$(BIN)/hudna chronology --store $(STORE) --type contact --type pledge
	@$(BIN)/hudna chronology --store $(STORE) --format html -o $(DEMO)/chronology.html
	@printf '%s\n' '' 'What to try next:' \
		'  $(BIN)/hudna serve --store $(STORE)    opens the record in a browser, in Arabic and English' \
		'  open $(DEMO)/chronology.html in a browser: the same with what was said, every word in its sentence' \
		'  $(BIN)/hudna chronology --store $(STORE) --language ar --party لافروف' \
		'  $(BIN)/hudna read --format jsonl src/hudna/samples/astana.jsonl' \
		'  $(BIN)/hudna --help'

test: $(VENV)/.dev  ## run the tests, without the slow ones
	@$(BIN)/python -m pytest -m 'not slow'

test-all: $(VENV)/.dev  ## run all the tests
	@$(BIN)/python -m pytest

cases: $(VENV)/.dev  ## run only the cases that stand beside the rules
	@$(BIN)/python -m pytest tests/test_cases.py

check: $(VENV)/.dev  ## lint, formatting, types, layers
	@$(BIN)/ruff check
	@$(BIN)/ruff format --check
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-logo

format: $(VENV)/.dev  ## put the code into its format
	@$(BIN)/ruff check --fix-only --quiet
	@$(BIN)/ruff format

floors: $(VENV)/.dev  ## hold the figures on the packaged samples to their floors
	@$(BIN)/python -m eval floors

bench: $(VENV)/.run $(COMPILED)/bin/hudna  ## measure speed, memory, start-up and scaling, the compiled program beside the plain one
	@$(BIN)/python -m bench --beside $(COMPILED)/bin/python

compiled: $(COMPILED)/bin/hudna $(VENV)/.run  ## build the wheel with the reading rooms compiled (minutes, a C compiler) and see that it reads the same
	@$(COMPILED)/bin/hudna read --format jsonl $(SAMPLES) > $(COMPILED)/compiled.jsonl
	@$(BIN)/hudna read --format jsonl $(SAMPLES) > $(COMPILED)/plain.jsonl
	@cmp $(COMPILED)/compiled.jsonl $(COMPILED)/plain.jsonl && echo 'compiled and plain read the same bytes'

bench-compiled: $(COMPILED)/bin/hudna  ## measure all of it with the reading rooms compiled
	@$(COMPILED)/bin/python -m bench

docs: $(VENV)/.dev  ## write the generated pages of the documentation again
	@$(BIN)/python docs/generate.py

lock: $(VENV)/.run  ## choose the newest versions of what is required and write them down
	@$(BIN)/python -m pip install --quiet pip-tools
	@$(COMPILE) --upgrade --extra web -o requirements/run.txt pyproject.toml
	@$(COMPILE) --upgrade -o requirements/dev.txt requirements/dev.in

clean:  ## remove what the other chores made, the environment too
	@rm -rf build dist $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache .coverage
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +

$(COMPILED)/bin/hudna: $(shell find src/hudna -name '*.py' -o -name '*.tsv' -o -name '*.toml' -o -name '*.model') pyproject.toml | $(BIN)/python
	@rm -rf $(COMPILED) && $(BIN)/python -m venv $(COMPILED)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check build
	@HATCH_BUILD_HOOK_ENABLE_MYPYC=1 $(BIN)/python -m build --outdir $(COMPILED)/dist > $(COMPILED)/build.log || { tail -20 $(COMPILED)/build.log; exit 1; }
	@$(COMPILED)/bin/python -m pip install --quiet --disable-pip-version-check -r requirements/run.txt $(COMPILED)/dist/*.whl

$(BIN)/python:
	@test -n '$(PYTHON)' || { echo 'Python 3.11 or newer is needed and was not found; set PYTHON=/path/to/it' >&2; exit 1; }
	@$(PYTHON) -m venv $(VENV)

$(VENV)/.run: requirements/run.txt pyproject.toml | $(BIN)/python
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements/run.txt
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --editable .
	@touch $@

$(VENV)/.dev: $(VENV)/.run requirements/dev.txt
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements/dev.txt
	@touch $@
