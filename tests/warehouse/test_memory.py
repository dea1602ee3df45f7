"""Memory depends on the size of a bucket, not on how much there is."""

import os
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent
SOURCE = HERE.parents[1] / "src"


def _megabytes(folder: Path, processes: int) -> int:
    command = [sys.executable, HERE / "memory_of_a_build.py", folder, str(processes)]
    environment = os.environ | {"PYTHONPATH": str(SOURCE)}
    return int(subprocess.run(command, env=environment, check=True, capture_output=True, text=True).stdout)


def test_five_times_the_releases_need_hardly_more_memory(tmp_path):
    small, large = _megabytes(tmp_path / "small", 400), _megabytes(tmp_path / "large", 2000)
    assert large < 600
    assert large - small < 80, f"{small} MB for 1,200 releases, {large} MB for 6,000"
