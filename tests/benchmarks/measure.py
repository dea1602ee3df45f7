"""Measure a piece of work in a process of its own: releases a second, and the most memory it held.

Two ways to measure:

- `function("validation.py", "bare", path, 3)` calls `bare(path, 3)` of that file in a fresh Python. The function does
  the work and returns how many releases it worked on. A generator first sets up and yields, which is not counted (nor
  is starting Python), and then does the work and yields that number.
- `command(["flatten-tool", …], releases=3000)` runs a program from start to end.

Memory is that of the child and all its descendants together, looked at every tenth of a second: what each page costs
is shared among the processes that share it (proportional set size), so that two workers are not counted twice.

A benchmark module offers `run(path, …) -> dict[str, Measurement | NotMeasured]`: the file of JSON lines to work on,
and what came of each tool, ours first. Slow tools work on `first(path, releases)`, a shorter file.
"""

import importlib.util
import inspect
import json
import os
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

import psutil

HERE = Path(__file__).parent
SOURCE = HERE.parents[1] / "src"
MEGABYTE = 1_000_000
LOOK_EVERY_SECONDS = 0.1


class BenchmarkError(Exception):
    """The work measured ended with an error; the message is the end of what it said."""


@dataclass(frozen=True, slots=True)
class Measurement:
    """The median of some runs of the same work.

    `seconds` is the median time, `cpu_seconds` what all its processes computed together (the median, too),
    `megabytes` the highest peak of any run (10^6 bytes), `times` every run's time.
    """

    releases: int
    seconds: float
    cpu_seconds: float
    megabytes: float
    times: tuple[float, ...]
    note: str = ""

    @property
    def per_second(self) -> float:
        """Releases a second."""
        return self.releases / self.seconds


@dataclass(frozen=True, slots=True)
class NotMeasured:
    """Why there is no figure."""

    because: str


def one_after_the_other(*measured: Measurement, note: str = "") -> Measurement:
    """Several pieces of work on the same releases as one: times add up, and the hungriest gives the memory."""
    if len({one.releases for one in measured}) != 1:
        raise BenchmarkError("only work on the same releases can be added up")
    seconds, cpu_seconds = sum(one.seconds for one in measured), sum(one.cpu_seconds for one in measured)
    megabytes = max(one.megabytes for one in measured)
    return Measurement(measured[0].releases, seconds, cpu_seconds, megabytes, (seconds,), note)


def function(file: str, name: str, *arguments: object, runs: int = 3, note: str = "") -> Measurement:
    """Call one function of a file of this folder in a fresh process, `runs` times; it returns the releases done."""
    command_line = [sys.executable, str(HERE / "measure.py"), file, name, json.dumps([_plain(a) for a in arguments])]
    outcomes = [_child(command_line) for _ in range(runs)]
    answers = [json.loads(outcome.output.splitlines()[-1]) for outcome in outcomes]
    runs_of_it = [
        _Run(answer["seconds"], answer["cpu_seconds"], outcome.megabytes)
        for answer, outcome in zip(answers, outcomes, strict=True)
    ]
    return _median(runs_of_it, answers[0]["releases"], note)


def command(
    command_line: Sequence[str | Path],
    *,
    releases: int,
    runs: int = 3,
    note: str = "",
    given: Path | None = None,
    output: Path | None = None,
) -> Measurement:
    """Run a program from start to end, `runs` times, over so many releases.

    `given` becomes its standard input; its standard output goes to `output`, or nowhere.
    """
    parts = [str(part) for part in command_line]
    outcomes = []
    for _ in range(runs):
        with (given or Path(os.devnull)).open("rb") as source, (output or Path(os.devnull)).open("wb") as sink:
            outcomes.append(_child(parts, source, sink))
    return _median(outcomes, releases, note)


def program(name: str) -> str:
    """Where the program of this environment is: beside its Python."""
    return str(Path(sys.executable).parent / name)


def first(path: Path, releases: int) -> Path:
    """A file beside `path` with its first so many lines, made once."""
    part = path.with_name(f"{path.stem}.first-{releases}{path.suffix}")
    if not part.exists():
        unfinished = part.with_suffix(".unfinished")
        with path.open("rb") as lines, unfinished.open("wb") as out:
            out.writelines(line for line, _ in zip(lines, range(releases), strict=False))
        unfinished.rename(part)
    return part


@dataclass(frozen=True, slots=True)
class _Run:
    seconds: float
    cpu_seconds: float
    megabytes: float
    output: str = ""


def _median(runs: Sequence[_Run], releases: int, note: str) -> Measurement:
    times = tuple(run.seconds for run in runs)
    cpu_seconds = statistics.median(run.cpu_seconds for run in runs)
    return Measurement(
        releases, statistics.median(times), cpu_seconds, max(run.megabytes for run in runs), times, note
    )


def _plain(argument: object) -> object:
    return str(argument) if isinstance(argument, Path) else argument


def _child(
    command_line: Sequence[str], source: BinaryIO | int = subprocess.DEVNULL, sink: BinaryIO | int = subprocess.PIPE
) -> _Run:
    """Run a program to its end. What it prints is kept unless it goes elsewhere."""
    environment = os.environ | {"PYTHONPATH": os.pathsep.join([str(HERE), str(SOURCE)])}
    with tempfile.TemporaryFile() as errors:
        began, computed = time.perf_counter(), _computed_by_children()
        child = subprocess.Popen(command_line, stdin=source, stdout=sink, stderr=errors, env=environment)
        watcher = _Watcher(child.pid)
        output, _ = child.communicate()
        seconds = time.perf_counter() - began
        peak = watcher.stop()
        if child.returncode:
            errors.seek(0)
            end = errors.read()[-2000:].decode(errors="replace")
            raise BenchmarkError(f"{' '.join(command_line)} ended with status {child.returncode}: {end}")
    return _Run(seconds, _computed_by_children() - computed, peak, (output or b"").decode())


class _Watcher(threading.Thread):
    """Looks at a process and its descendants until told to stop."""

    def __init__(self, pid: int) -> None:
        super().__init__(daemon=True)
        self._process = psutil.Process(pid)
        self._peak = 0
        self._stopped = threading.Event()
        self.start()

    def run(self) -> None:
        self._look()
        while not self._stopped.wait(LOOK_EVERY_SECONDS):
            self._look()

    def _look(self) -> None:
        self._peak = max(self._peak, _memory_of(self._process))

    def stop(self) -> float:
        """Stop looking; the highest figure seen, in megabytes."""
        self._stopped.set()
        self.join()
        return self._peak / MEGABYTE


def _memory_of(process: psutil.Process) -> int:
    total = 0
    try:
        for one in [process, *process.children(recursive=True)]:
            try:
                total += one.memory_full_info().pss
            except psutil.NoSuchProcess:
                continue
    except psutil.NoSuchProcess:
        return total
    return total


def _computed_by_children() -> float:
    """The processor seconds of the children that have ended, and of theirs."""
    times = os.times()
    return times.children_user + times.children_system


def _call(file: str, name: str, arguments: list[object]) -> None:
    """The child's part: import the file, call the function, print what came of it as one line of JSON."""
    spec = importlib.util.spec_from_file_location(Path(file).stem, HERE / file)
    if spec is None or spec.loader is None:
        raise BenchmarkError(f"{file} is not a Python file")
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    work = getattr(module, name)
    if inspect.isgeneratorfunction(work):
        steps = work(*arguments)
        next(steps)
    else:
        steps = iter(lambda: work(*arguments), None)
    began, computed = time.perf_counter(), time.process_time() + _computed_by_children()
    releases = next(steps)
    seconds, cpu_seconds = time.perf_counter() - began, time.process_time() + _computed_by_children() - computed
    print(json.dumps({"releases": releases, "seconds": seconds, "cpu_seconds": cpu_seconds}))


if __name__ == "__main__":
    _call(sys.argv[1], sys.argv[2], json.loads(sys.argv[3]))
