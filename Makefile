# On Record: `make demo` and `make check` need Python 3.11 or later and nothing else.
# Both make their own virtual environment in $(VENV).

VENV ?= .venv
# The first of these that runs and is new enough. Name another with `make PYTHON=/path/to/python3`.
NEW_ENOUGH := -c 'import sys; sys.exit(sys.version_info < (3, 11))'
PYTHON ?= $(shell for name in python3 python3.13 python3.12 python3.11; do \
  $$name $(NEW_ENOUGH) 2>/dev/null && echo $$name && break; done)
RUN := $(VENV)/bin/python
CODE := onrecord tests quality benchmarks

.PHONY: demo check format lint types imports quality test docs picture fix figures clean

demo: $(VENV)/.core ## build the record of the demo story and print its brief
	$(VENV)/bin/onrecord demo --into demo

check: format lint types imports quality test ## all that CI runs

format: $(VENV)/.dev ## is the code formatted?
	$(RUN) -m ruff format --check $(CODE)

lint: $(VENV)/.dev
	$(RUN) -m ruff check $(CODE)

types: $(VENV)/.dev
	$(RUN) -m mypy --strict onrecord

imports: $(VENV)/.dev ## do imports go one way?
	$(VENV)/bin/lint-imports

quality: $(VENV)/.dev ## are all figures at their floors or above?
	$(RUN) -m quality.gate

test: $(VENV)/.dev ## tests of the code and of the docs
	$(RUN) -m pytest

docs: $(VENV)/.dev ## write docs/reference.md anew
	$(RUN) -m docs.build
	$(RUN) -m docs.how_good

picture: $(VENV)/.dev ## write docs/brief.png anew; needs a Chromium
	$(RUN) -m docs.picture

figures: $(VENV)/.dev ## time and memory of the newsroom set; needs the material beside the project
	$(RUN) -m benchmarks.newsroom

fix: $(VENV)/.dev ## format and repair what can be repaired
	$(RUN) -m ruff check --fix $(CODE)
	$(RUN) -m ruff format $(CODE)

clean: ## remove what was built, the virtual environment included
	rm -rf $(VENV) demo runs .mypy_cache .pytest_cache .ruff_cache .hypothesis

$(VENV)/bin/python:
	@test -n "$(PYTHON)" || { echo "No Python found. Install Python 3.11 or later."; exit 1; }
	@$(PYTHON) $(NEW_ENOUGH) \
	  || { echo "$(PYTHON) does not do. On Record needs Python 3.11 or later."; exit 1; }
	$(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); exit 1; }

$(VENV)/.core: pyproject.toml | $(VENV)/bin/python
	$(RUN) -m pip install --quiet --disable-pip-version-check -e .
	@touch $@

$(VENV)/.dev: pyproject.toml | $(VENV)/bin/python
	$(RUN) -m pip install --quiet --disable-pip-version-check -e '.[dev]'
	@touch $@ $(VENV)/.core
