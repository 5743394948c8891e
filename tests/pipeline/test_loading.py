"""What loading a model brings in: a program that only mines does not wait for what only training needs."""

import subprocess
import sys

CODE = """
import sys
import argmine
miner = argmine.load()
miner("財源がないので、増税は避けられない。", target="増税")
print(*(name for name in ("sklearn", "scipy.optimize", "pandas") if name in sys.modules))
"""


def test_mining_imports_nothing_that_only_training_needs() -> None:
    assert subprocess.check_output([sys.executable, "-c", CODE], text=True).strip() == ""
