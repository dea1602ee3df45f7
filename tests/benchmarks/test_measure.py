"""The harness itself: it times what it is told to, counts descendants' memory, and says when work fails."""

import importlib.util
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).parent


def load(name: str):
    if name not in sys.modules:
        spec = importlib.util.spec_from_file_location(name, HERE / f"{name}.py")
        module = importlib.util.module_from_spec(spec)
        sys.modules[name] = module
        spec.loader.exec_module(module)
    return sys.modules[name]


measure = load("measure")


SLOW_TO_IMPORT = """
from pathlib import Path
from time import perf_counter

began = perf_counter()
sum(range(5_000_000))
(Path(__file__).parent / "import").write_text(str(perf_counter() - began))


def nothing(count):
    return count
"""


def test_a_function_is_timed_without_starting_python(tmp_path):
    work = tmp_path / "work.py"
    work.write_text(SLOW_TO_IMPORT)
    measured = measure.function(str(work), "nothing", 7, runs=2)
    assert measured.releases == 7
    assert len(measured.times) == 2
    assert measured.seconds < float((tmp_path / "import").read_text())


def test_what_a_generator_does_before_its_first_yield_is_not_counted(tmp_path):
    work = tmp_path / "work.py"
    work.write_text("import time\ndef slow_to_begin(count):\n    time.sleep(0.2)\n    yield\n    yield count\n")
    measured = measure.function(str(work), "slow_to_begin", 7, runs=1)
    assert measured.releases == 7
    assert measured.seconds < 0.1


def test_the_memory_of_descendants_is_counted(tmp_path):
    work = tmp_path / "work.py"
    work.write_text(
        "import subprocess, sys\n"
        "def hold(megabytes):\n"
        "    script = f'held = bytearray(b\"x\") * {megabytes * 1000000}; import time; time.sleep(0.5)'\n"
        "    subprocess.run([sys.executable, '-c', script], check=True)\n"
        "    return 1\n"
    )
    assert measure.function(str(work), "hold", 120, runs=1).megabytes > 120


def test_a_program_that_fails_says_why():
    with pytest.raises(measure.BenchmarkError, match="no such thing"):
        measure.command([sys.executable, "-c", "raise SystemExit('no such thing')"], releases=1, runs=1)


def test_the_first_lines_of_a_file(tmp_path):
    whole = tmp_path / "releases.jsonl"
    whole.write_bytes(b"1\n2\n3\n")
    assert measure.first(whole, 2).read_bytes() == b"1\n2\n"
