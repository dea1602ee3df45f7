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


def loaded(*words):
    """What the command says aside, and the modules of `SLOW_TO_START` that it loads."""
    asked = [sys.executable, "-c", SAY_WHAT_WAS_LOADED, *map(str, words)]
    done = subprocess.run(asked, capture_output=True, text=True)
    return done.stderr, SLOW_TO_START & set(done.stdout.split())


@pytest.mark.parametrize("words", [["compare", "councils"], ["search", "home care"]])
def test_asking_loads_nothing_that_only_building_or_writing_needs(tmp_path, words):
    said, slow = loaded(*words, "--data", tmp_path)
    assert "candour build" in said
    assert slow == set()


def test_adding_and_saying_what_there_is_load_nothing_that_only_fetching_or_building_needs(tmp_path):
    page = tmp_path / "page.json"
    page.write_text('{"releases": []}')
    said, slow = loaded("add", page, "--data", tmp_path / "data")
    assert (said, slow & {"httpx", "pyarrow", "sqlglot", "xlsxwriter"}) == ("", set())
    assert loaded("status", "--data", tmp_path / "data") == ("", set())
