"""Running the command as its users do: another process, its two streams and its exit code."""

import json
import subprocess
import sys
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import pytest


@dataclass(frozen=True)
class Ran:
    code: int
    out: str
    err: str

    @property
    def json(self):
        return json.loads(self.out)


def run(folder: Path, *arguments: str | Path) -> Ran:
    """Run `candour` with these arguments in this folder."""
    command = [sys.executable, "-m", "candour", *map(str, arguments)]
    done = subprocess.run(command, cwd=folder, capture_output=True, timeout=300, check=False)
    return Ran(done.returncode, done.stdout.decode(), done.stderr.decode())


@pytest.fixture(scope="session")
def run_candour():
    """Runs `candour` in a folder that the test names."""
    return run


@pytest.fixture
def candour(tmp_path):
    """Runs `candour` in an empty folder."""
    return partial(run, tmp_path)
