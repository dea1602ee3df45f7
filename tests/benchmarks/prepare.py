"""The file that everything is measured on, and the same releases in the forms that other tools want."""

import io
import os
from collections.abc import Callable
from itertools import islice
from pathlib import Path

import orjson

from candour.sample import processes

RELEASES_A_PROCESS = 3
RELEASES_A_PACKAGE = 100
SEED = 1
SHARED_DATA = Path(os.environ.get("CANDOUR_SHARED_DATA", Path(__file__).resolve().parents[3] / "shared/data"))
"""Where the official schema is, if it is on this machine."""


def releases_file(folder: Path, releases: int, told: Callable[[int], None] = lambda _: None) -> Path:
    """A file of so many releases, one a line, from the sample without faults; made once and kept.

    `told` is called now and then with the releases written so far.
    """
    path = folder / f"releases-{releases}.jsonl"
    if path.exists():
        return path
    folder.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_suffix(".unfinished")
    with unfinished.open("wb") as out:
        written = 0
        for process in processes(releases, SEED, faults=False):
            for release in islice(process, releases - written):
                out.write(orjson.dumps(release, option=orjson.OPT_APPEND_NEWLINE))
                written += 1
                if written % 10_000 == 0:
                    told(written)
            if written == releases:
                break
    unfinished.rename(path)
    return path


def package_head() -> dict[str, object]:
    """The head of a package that names no extensions, which other tools would fetch."""
    return {
        "uri": "https://benchmark.example/package",
        "version": "1.1",
        "publishedDate": "2026-10-31T00:00:00Z",
        "publisher": {"name": "Fictional sample: benchmark"},
    }


def packages_file(path: Path) -> Path:
    """The releases of a file of lines as packages of a hundred, one a line."""
    packages = path.with_suffix(".packages.jsonl")
    with path.open("rb") as lines, packages.open("wb") as out:
        while batch := [orjson.loads(line) for line in islice(lines, RELEASES_A_PACKAGE)]:
            package = package_head() | {"releases": batch}
            out.write(orjson.dumps(package, option=orjson.OPT_APPEND_NEWLINE))
    return packages


def one_package_file(path: Path) -> Path:
    """The lines of a file as one package."""
    package = path.with_suffix(".package.json")
    with path.open("rb") as lines:
        package.write_bytes(orjson.dumps(package_head() | {"releases": [orjson.loads(line) for line in lines]}))
    return package


def count(path: Path) -> int:
    """How many lines a file has."""
    with path.open("rb") as lines:
        return sum(block.count(b"\n") for block in iter(lambda: lines.read(io.DEFAULT_BUFFER_SIZE * 128), b""))
