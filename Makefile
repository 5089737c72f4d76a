# `make demo` and `make test` need nothing but make and Python 3.11 or later. `make help` lists the rest.

BIN := .venv/bin
CATALOGUES := $(patsubst %.po,%.mo,$(wildcard translations/*/LC_MESSAGES/*.po))
PYTEST := $(BIN)/python -m pytest --quiet
WORKERS := --numprocesses=logical --maxprocesses=8
DATABASE_TESTS := tests/store tests/journeys tests/commands

.DEFAULT_GOAL := help
.NOTPARALLEL:
.DELETE_ON_ERROR:
.PHONY: help demo test bench bench-routing pictures format lock translations clean \
	lint types contracts test-sqlite test-postgresql test-browser test-wheel

help:
	@echo "make demo          serve the survey with demonstration data on 127.0.0.1:8000"
	@echo "make test          everything that must hold before a change is taken"
	@echo "make bench         measure the speed against a bare page; see docs/benchmarks.md"
	@echo "make bench-routing measure which page comes next, and 100,000 walks"
	@echo "make format        put the code in its one format"
	@echo "make pictures      take the README's pictures anew, by the browser tests"
	@echo "make lock          lock the requirements anew (make lock OPTIONS=--upgrade)"
	@echo "make translations  collect the interface's texts into translations/ (NEW=cy adds a language)"
	@echo "make clean         remove the environment and all that tools made, but not instance/"
	@echo "One stage of the tests: make lint, types, contracts, test-sqlite, test-postgresql,"
	@echo "test-browser or test-wheel."

# An environment is made once, and brought up to date only when what is locked changes.
.venv/made:
	@python=$$(scripts/find-python.sh) && "$$python" -m venv .venv
	@touch $@

.venv/run: requirements/run.txt requirements/build.txt pyproject.toml hatch_build.py | .venv/made
	@echo "Installing Engage into .venv"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes \
		--requirement requirements/run.txt --requirement requirements/build.txt
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check \
		--no-build-isolation --no-deps --editable .
	@touch $@

.venv/test: requirements/test.txt | .venv/run
	@echo "Installing what the tests need into .venv"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes \
		--requirement requirements/test.txt
	@touch $@

%.mo: %.po | .venv/run
	@$(BIN)/pybabel --quiet compile --input-file $< --output-file $@
	@test -f $@ || { echo "$< is marked as fuzzy at its head: take the mark off."; exit 1; }

demo: .venv/run $(CATALOGUES)
	@exec $(BIN)/engage demo $(OPTIONS)

test: lint types contracts test-sqlite test-postgresql test-browser test-wheel
	@echo "== All tests passed"

lint: .venv/test
	@echo "== Format and lint"
	@$(BIN)/ruff format --quiet --check --output-format concise . || { echo "Run: make format"; exit 1; }
	@$(BIN)/ruff check --quiet .

types: .venv/test
	@echo "== Types"
	@$(BIN)/mypy

contracts: .venv/test
	@echo "== Import contracts"
	@$(BIN)/lint-imports

test-sqlite: .venv/test $(CATALOGUES)
	@echo "== Tests on SQLite"
	@$(PYTEST) $(WORKERS) -m "not browser and not wheel"

test-postgresql: .venv/test $(CATALOGUES)
	@echo "== Store and journey tests on PostgreSQL"
	@$(PYTEST) $(WORKERS) -m "not browser and not wheel and not pages" --database=postgresql $(DATABASE_TESTS)

test-browser: .venv/test $(CATALOGUES)
	@echo "== Browser tests"
	@scripts/find-chromium.sh
	@$(PYTEST) -m browser

test-wheel: .venv/test
	@echo "== Wheel"
	@$(PYTEST) -m wheel

bench: .venv/test $(CATALOGUES)
	@$(BIN)/python -m benchmarks $(OPTIONS)

bench-routing: .venv/test
	@$(BIN)/python -m benchmarks.routing $(OPTIONS)

format: .venv/test
	@$(BIN)/ruff format .
	@$(BIN)/ruff check --fix .

pictures: .venv/test $(CATALOGUES)
	@scripts/find-chromium.sh
	@$(PYTEST) tests/browser/test_pictures.py
	@cp tests/output/screenshots/readme/*.png docs/pictures/

lock:
	@scripts/lock.sh $(OPTIONS)

translations: .venv/run
	@scripts/translations.sh $(NEW)

clean:
	rm -rf .venv .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache \
		build dist tests/output
	find . -name __pycache__ -prune -exec rm -rf {} +
	find translations -name '*.mo' -delete
