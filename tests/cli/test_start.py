"""A short answer does not wait for libraries that it does not need."""

import subprocess
import sys

import pytest

SLOW_TO_START = {"httpx", "numpy", "pyarrow", "rapidfuzz", "scipy", "sqlglot", "xlsxwriter"}
SAY_WHAT_WAS_LOADED = """
import atexit, sys
atexit.register(lambda: print("\\n" + " ".join(sys.modules)))
from candour.cli import main
main()
"""


@pytest.mark.parametrize("words", [["compare", "councils"], ["search", "home care"]])
def test_asking_loads_nothing_that_only_building_or_writing_needs(tmp_path, words):
    asked = [sys.executable, "-c", SAY_WHAT_WAS_LOADED, *words, "--data", str(tmp_path)]
    done = subprocess.run(asked, capture_output=True, text=True)
    assert "candour build" in done.stderr
    assert SLOW_TO_START & set(done.stdout.split()) == set()
