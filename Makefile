# make demo   sets everything up, prints the reasoning on a few real villages, and writes pages, minutes and an index of
#             all of fixtures/villages to build/demo/
# make test   sets everything up, runs the tests and the scenarios
#
# Needs Python 3.11-3.13 (with its headers), make and a C compiler.

# The first interpreter that is new enough, not too new, and can make environments and compile extensions.
# Override with: make PYTHON=/path/to/python ...
PYTHON_FITS = import ensurepip, os, sys, sysconfig; \
	sys.exit(not ((3, 11) <= sys.version_info[:2] < (3, 14) \
	and os.path.exists(os.path.join(sysconfig.get_path("include"), "Python.h"))))
PYTHON ?= $(shell for python in python3 python3.13 python3.12 python3.11 python; do \
	if $$python -c '$(PYTHON_FITS)' 2>/dev/null; then echo $$python; break; fi; done)

VENV := .venv
BIN := $(VENV)/bin
PYTEST_FLAGS ?= -n 2

# durable_rules has no wheels; Python 3.13 dropped the call that it uses, under this name it is still there.
override CPPFLAGS += -DPyEval_CallObject=PyObject_CallObject
export CPPFLAGS
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.DEFAULT_GOAL := help
.PHONY: help python demo test soak spark mutants mcdc sweep fuzz nightly trust living-law peers bench bench-long performance \
	lint format types build clean

help: ## list the targets
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/make \1\t\2/p' Makefile

python: ## say which Python is used, fail if there is none
	@if test -z "$(PYTHON)"; then \
		echo "No Python 3.11-3.13 with venv and headers found: install one, or say make PYTHON=/path/to/python" >&2; \
		echo "(Debian, Ubuntu: apt-get install python3-venv python3-dev)" >&2; exit 1; fi
	@"$(PYTHON)" -c '$(PYTHON_FITS)' || { \
		echo "$(PYTHON) is not a Python 3.11-3.13 with venv and headers" >&2; exit 1; }
	@"$(PYTHON)" -c 'import sys; print(sys.executable, "%d.%d.%d" % sys.version_info[:3])'

# The project is installed editable: a changed rule or module counts at once, without installing again.
# setuptools' import hook maps `langnghe` to this folder, from whatever folder Python is started in.
# What the wheel holds is checked by tests/test_package.py and, installed in a clean environment, by `make build`.
# One stamp a step, so that a second run does nothing and the demo waits for no tool that it does not use.
$(VENV)/.run: pyproject.toml
	@$(MAKE) --no-print-directory python
	@$(BIN)/python -c '$(PYTHON_FITS)' 2>/dev/null || "$(PYTHON)" -m venv --clear $(VENV)
	@$(BIN)/python -m pip install --quiet --upgrade 'pip>=25.1'
	PYTHONWARNINGS='ignore:Editable installation' $(BIN)/python -m pip install --quiet --editable .
	@touch $@

$(VENV)/.test: $(VENV)/.run
	$(BIN)/python -m pip install --quiet --group test
	@touch $@

$(VENV)/.dev: $(VENV)/.test
	$(BIN)/python -m pip install --quiet --group dev
	@touch $@

# One village of each outcome on the terminal; all of them, with page and minutes, in a folder.
DEMO := $(addprefix fixtures/villages/, DB-2022-NA-TAU-1.yaml HNAM-2021-BEO.yaml HY-2022-MAO-CHINH.yaml)

demo: $(VENV)/.run ## assess the real villages of fixtures/, results in build/demo/
	$(BIN)/langnghe assess $(DEMO)
	$(BIN)/langnghe assess fixtures/villages/ -o build/demo/

# `pytest`, not `python -m pytest`: that would put this folder, with its engine/ and cli.py, on the import path.
test: $(VENV)/.test ## run tests and scenarios, two at a time (PYTEST_FLAGS= for one)
	$(BIN)/pytest $(PYTEST_FLAGS)

soak: $(VENV)/.test ## run the slow tests that `make test` leaves out
	$(BIN)/pytest -m slow $(PYTEST_FLAGS)

# A stamp of its own: half a gigabyte that nothing else needs.
$(VENV)/.spark: $(VENV)/.test
	$(BIN)/python -m pip install --quiet --editable '.[spark]'
	@touch $@

spark: $(VENV)/.spark ## run the register's review on Apache Spark in local mode (needs Java)
	$(BIN)/pytest -m spark tests/test_spark.py

mutants: $(VENV)/.test ## change the law one step at a time; the scenarios (of practice, its tests) must find every change
	$(BIN)/python proofs/mutation.py
	$(BIN)/python proofs/practice.py

mcdc: $(VENV)/.test ## list the scenarios that show each criterion deciding by itself
	$(BIN)/python proofs/mcdc.py

SWEEP ?= 1000000

sweep: $(VENV)/.test ## compare every opinion on made-up dossiers (SWEEP=50000 for fewer)
	$(BIN)/python proofs/sweep.py --number $(SWEEP)

SECONDS ?= 60
READERS ?=

fuzz: $(VENV)/.dev ## feed every reader hostile input (SECONDS=600 for longer each, READERS="rules template" for some)
	$(BIN)/python proofs/fuzz.py --seconds $(SECONDS) $(READERS)

nightly: soak ## the long runs: slow tests, a million dossiers, ten minutes of hostile input a reader
	$(MAKE) sweep SWEEP=1000000
	$(MAKE) fuzz SECONDS=600

trust: $(VENV)/.dev ## run every proof and write docs/trust.md (SWEEP=100000 SECONDS=30 for a shorter run)
	$(BIN)/python proofs/trust.py --number $(SWEEP) --fuzz-seconds $(SECONDS)

# Fails where a scenario does not hold, or a provision lacks a kind of scenario without a declared reason.
living-law: $(VENV)/.test ## the law, its rules and its scenarios as a site, in build/living-law/
	$(BIN)/langnghe law book -o build/living-law $(if $(wildcard build/mutants.json),--mutants build/mutants.json)

lint: $(VENV)/.dev ## check style and formatting
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

format: $(VENV)/.dev ## apply formatting and safe fixes
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

# mypy does not see through the editable install's import hook; a link by the package's name serves instead.
# The package is named part by part: all of `-p langnghe` would follow the link into itself.
types: $(VENV)/.dev ## check types
	@mkdir -p build/typing && ln -sfn ../.. build/typing/langnghe
	MYPYPATH=build/typing $(BIN)/mypy -m langnghe -m langnghe.cli -p langnghe.commands -p langnghe.engine

# The wheel is made from the source distribution, so both are complete, and used where nothing else is installed.
build: $(VENV)/.dev ## build the wheel, use it in a clean environment
	@rm -rf dist
	$(BIN)/python -m build --quiet --outdir dist .
	@set -eu; clean=$$(mktemp -d); trap 'rm -rf "$$clean"' EXIT; trap 'exit 1' HUP INT TERM; \
	village=$$(ls fixtures/villages/*.yaml | head -n 1); cp "$$village" "$$clean/village.yaml"; \
	$(BIN)/python -m venv "$$clean/venv"; \
	"$$clean/venv/bin/python" -m pip install --quiet dist/*.whl; \
	cd "$$clean"; ( set -x; \
	venv/bin/python -c 'import langnghe; print(langnghe.__file__)'; \
	venv/bin/langnghe --version; \
	venv/bin/langnghe assess village.yaml )

# The peers that langnghe is measured against, and what draws the charts.
$(VENV)/.bench: $(VENV)/.test
	$(BIN)/python -m pip install --quiet --group bench
	@touch $@

peers: $(VENV)/.bench ## check that every peer of the benchmarks decides as langnghe does
	$(BIN)/pytest $(PYTEST_FLAGS) tests/test_benchmarks.py

bench: $(VENV)/.bench ## measure langnghe beside its peers; tables and charts in build/bench/
	$(BIN)/python benchmarks/bench.py

bench-long: $(VENV)/.bench ## the same, with memory read over a million assessments
	$(BIN)/python benchmarks/bench.py --long

performance: $(VENV)/.bench ## the long benchmarks, and docs/performance.md of what they find (on a calm machine)
	$(BIN)/python benchmarks/bench.py --long --publish

clean: ## remove what was installed, built and cached
	rm -rf $(VENV) build dist *.egg-info .hypothesis .mypy_cache .pytest_cache .ruff_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
