"""A small run from end to end, without Datasette."""

import subprocess
import sys
from pathlib import Path


def test_all_kinds_of_pages_are_asked_for_while_a_build_swaps_in(tmp_path):
    sizes = ("--releases", "90", "--rate", "5", "--seconds", "2", "--alone", "--folder", str(tmp_path))
    done = subprocess.run(
        [sys.executable, Path(__file__).parent / "web.py", *sizes], capture_output=True, text=True, check=False
    )

    assert done.returncode == 0, done.stdout + done.stderr
    said = " ".join(done.stdout.split())
    assert "0 of them not 200" in said
    assert "a build swapped in" in said


def test_a_percentile_is_a_value_that_was_measured(monkeypatch):
    monkeypatch.setattr(sys, "path", [str(Path(__file__).parent), *sys.path])
    from web_load import percentile

    assert percentile([1, 2, 3, 4], 0.5) == 2
    assert percentile([4, 1], 0.95) == 4
    assert percentile([7], 0.5) == 7
    assert percentile(range(1, 21), 0.95) == 19
