"""Tests and benchmarks."""

import os

# As the Makefile has it: the same kernels on every machine, so that training gives the same bytes.
os.environ.setdefault("OPENBLAS_CORETYPE", "Haswell")
os.environ.setdefault("NPY_DISABLE_CPU_FEATURES", "X86_V4 AVX512_ICL AVX512_SPR")
