# `make site` prints the sample collection; `make test` runs every check. Both make their own environment first.
# Needs Python 3.11 or newer, make, and a package index.

PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11; do \
	command -v $$p >/dev/null 2>&1 && $$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null \
	&& echo $$p && break; done)
BIN = .venv/bin
INSTALLED = .venv/installed

.PHONY: site test lint browser audit golden pictures gallery parsing fuzz endurance thorough bench constraints clean

site: $(INSTALLED)
	$(BIN)/cablepress build

test: $(INSTALLED) lint browser
	$(BIN)/python -m pytest -n auto

lint: $(INSTALLED)
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy

# A browser for the tests of what a reader does: found, or installed where this user may, or asked for.
browser:
	@sh tests/find_browser.sh

# The Nu HTML Checker over every page of the sample, Lighthouse over every kind of page. Needs Java, Node.js and npm.
audit: $(INSTALLED) browser
	$(BIN)/python -m tests.audit

# Prints the golden pages anew, after a change to pages that is meant.
golden: $(INSTALLED)
	$(BIN)/python -m tests.golden

# Takes pictures of every kind of page, into pictures/, and those in docs/pictures/ anew.
pictures: $(INSTALLED) browser
	$(BIN)/python -m tests.pictures

# Writes a page with all drawings (timelines, calendars, maps, networks) in common and odd cases, to be looked at.
gallery: $(INSTALLED)
	$(BIN)/python -m tests.gallery

# Runs every case of the grammar and counts them in docs/parsing.md.
parsing: $(INSTALLED)
	$(BIN)/python -m tests.telegram.report

# Mutated telegrams: 100,000 by Hypothesis, then ten minutes of others. Not part of `make test`, which has a few hundred.
fuzz: $(INSTALLED)
	$(BIN)/python -m tests.telegram.fuzz --examples 100000
	$(BIN)/python -m tests.telegram.fuzz --minutes 10

# All 5,000 queries and 500 phrases, on a disk and with everything split, too: `make test` asks a share of them there.
thorough: $(INSTALLED) browser
	CABLEPRESS_THOROUGH=1 $(BIN)/python -m pytest -n auto tests/test_same_as_lunr.py tests/test_phrases.py

# 300 builds killed at random moments, and builds on a disk that fills up. `make test` has a few of these.
endurance: $(INSTALLED)
	$(BIN)/python -m tests.endurance

bench: $(INSTALLED)
	-@sh tests/find_browser.sh
	$(BIN)/python -m benchmarks $(BENCH)

# Pins what is installed now; after a deliberate upgrade.
constraints: $(INSTALLED)
	$(BIN)/python -m pip freeze --exclude-editable --disable-pip-version-check > constraints.txt

clean:
	rm -rf .venv .cablepress public .mypy_cache .pytest_cache .ruff_cache .hypothesis

$(INSTALLED): pyproject.toml constraints.txt hatch_build.py
	@test -n "$(PYTHON)" || { echo "Cablepress needs Python 3.11 or newer; install it, or say where it is: make PYTHON=/path/to/python" >&2; exit 1; }
	$(PYTHON) -m venv .venv || { echo "This Python cannot make environments; install its venv package (Debian: apt install python3-venv)." >&2; exit 1; }
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable '.[dev]'
	@touch $(INSTALLED)
