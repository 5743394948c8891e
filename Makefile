# make mine   set everything up and mine the reference commentary
# make test   set everything up and run the tests
PYTHON ?= python3
# The same kernels on every x86-64 machine, so that training gives the same bytes.
export OPENBLAS_CORETYPE := Haswell
export NPY_DISABLE_CPU_FEATURES := X86_V4 AVX512_ICL AVX512_SPR
VENV   ?= .venv
# What is installed to test and check; dev,e5 also runs the tests of the e5 encoder.
EXTRAS ?= dev
BIN    := $(VENV)/bin
DEV    := $(VENV)/.installed-$(EXTRAS)

.PHONY: mine test check model model-e5 clean

mine: $(VENV)/.installed
	$(BIN)/argmine mine corpora/jiia-2025-05/documents/jiia-2025-05.txt

test: $(DEV)
	$(BIN)/python -m pytest

check: $(DEV)
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy

model: $(DEV)
	$(BIN)/argmine train corpora/policy-ja corpora/assembly-ja --out models/default

model-e5: $(DEV)
	$(BIN)/python -m pip install --quiet --constraint constraints.txt --editable '.[e5]'
	$(BIN)/argmine train corpora/policy-ja corpora/assembly-ja --encoder e5 --out models/e5

$(VENV)/bin/python:
	$(PYTHON) -m venv $(VENV)

$(VENV)/.installed: pyproject.toml constraints.txt | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --constraint constraints.txt .
	touch $@

$(DEV): pyproject.toml constraints.txt | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --constraint constraints.txt --editable '.[$(EXTRAS)]'
	touch $@ $(VENV)/.installed

clean:
	rm -rf $(VENV) build dist
