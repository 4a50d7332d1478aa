# Needs Python 3.11 or newer, make and git, and nothing else.
#   make demo               build the example board and ask it a question
#   make test               lint, types and tests
#   make bench              what the common steps cost on this machine
#   make PYTHON=python3.12 demo
PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11; do \
  $$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && { echo $$p; break; }; done)
BIN := .venv/bin
ifeq ($(OS),Windows_NT)
BIN := .venv/Scripts
endif

.PHONY: help demo test bench clean
.DEFAULT_GOAL := help

help:
	@sed -n '2,5s/^# *//p' Makefile

.venv/ready:
	@test -n "$(PYTHON)" || { echo "No Python 3.11 or newer was found: install one, or say make PYTHON=/path/to/python3"; exit 1; }
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --upgrade pip
	@touch $@

.venv/demo: .venv/ready pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[cypher]'
	@touch $@

.venv/test: .venv/ready pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[test]'
	@touch $@ .venv/demo

demo: .venv/demo
	$(BIN)/graphkit build examples/northmere -w demo
	$(BIN)/graphkit query owners-of-topic topic=youth-mental-health -w demo
	$(BIN)/graphkit view -w demo --out demo/pages
	@echo "Open demo/pages/index.html in a browser."

test: .venv/test
	$(BIN)/python -m ruff check
	$(BIN)/python -m ruff format --check
	$(BIN)/python -m mypy
	$(BIN)/python -m pytest -n 2

bench: .venv/test
	$(BIN)/python -m tests.benchmarks.run
	$(BIN)/python -m tests.benchmarks.reading examples/northmere

clean:
	rm -rf .venv demo dist
