"""Running the command as its users do: another process, its two streams and its exit code."""

import json
import subprocess
import sys
from dataclasses import dataclass
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


@pytest.fixture
def candour(tmp_path):
    """Runs `candour` with these arguments in an empty folder."""

    def run(*arguments: str | Path, stdin: bytes | None = None) -> Ran:
        command = [sys.executable, "-m", "candour", *map(str, arguments)]
        done = subprocess.run(command, cwd=tmp_path, input=stdin, capture_output=True, timeout=300, check=False)
        return Ran(done.returncode, done.stdout.decode(), done.stderr.decode())

    return run
