"""Write the sample as files: lines of releases, packages as their publishers would send them, or records."""

from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any, BinaryIO, Literal

import orjson

from candour.sample.process import Process, Publication, processes
from candour.sample.publishers import COLLECTOR

Form = Literal["lines", "packages", "records"]
RECORDS_A_PACKAGE = 50
LATIN_EVERY = 20
"""Every twentieth package that the noticeboard writes into a folder is in ISO-8859-1 instead of UTF-8."""
_REPORT_EVERY = 1000


def write(
    destination: BinaryIO | Path,
    *,
    n: int,
    seed: int = 1,
    form: Form = "lines",
    faults: bool = True,
    progress: Callable[[int], None] | None = None,
) -> int:
    """Write the first `n` processes of the sample that belongs to `seed`; return how many releases that was.

    To a stream: one release, one release package or one record package a line, all in UTF-8. To a folder, which is
    made if need be: `releases.jsonl`, or a file a package, named for its publisher and numbered. Memory stays the
    same however many there are. `progress` is called now and then with the number of processes done.
    """
    made = _reported(processes(n, seed, faults=faults), n, progress)
    if not isinstance(destination, Path):
        return _to_stream(destination, made, form)
    destination.mkdir(parents=True, exist_ok=True)
    if form == "lines":
        with (destination / "releases.jsonl").open("wb") as lines:
            return _to_stream(lines, made, form)
    return _to_folder(destination, made, form)


def _reported(made: Iterator[Process], n: int, progress: Callable[[int], None] | None) -> Iterator[Process]:
    for done, process in enumerate(made, 1):
        yield process
        if progress and (done % _REPORT_EVERY == 0 or done == n):
            progress(done)


def _to_stream(out: BinaryIO, made: Iterator[Process], form: Form) -> int:
    releases = 0
    if form == "lines":
        for process in made:
            releases += len(process.publications)
            out.write(b"".join(orjson.dumps(release, option=orjson.OPT_APPEND_NEWLINE) for release in process))
        return releases
    for _, _, package in _packages(made, form):
        releases += _releases_in(package)
        out.write(orjson.dumps(package, option=orjson.OPT_APPEND_NEWLINE))
    return releases


def _to_folder(folder: Path, made: Iterator[Process], form: Form) -> int:
    releases = 0
    for key, number, package in _packages(made, form):
        releases += _releases_in(package)
        content = orjson.dumps(package)
        if key == "noticeboard" and number % LATIN_EVERY == 0:
            content = content.decode().encode("iso-8859-1")
        (folder / f"{key}-{number:06d}.json").write_bytes(content)
    return releases


def _packages(made: Iterator[Process], form: Form) -> Iterator[tuple[str, int, dict[str, Any]]]:
    """The key of the publisher, the number of its package, and the package."""
    return _record_packages(made) if form == "records" else _release_packages(made)


def _release_packages(made: Iterable[Process]) -> Iterator[tuple[str, int, dict[str, Any]]]:
    waiting: dict[str, list[Publication]] = {}
    numbers: dict[str, int] = {}
    for process in made:
        for publication in process.publications:
            key = publication.publisher.key
            batch = waiting.setdefault(key, [])
            batch.append(publication)
            if len(batch) == publication.publisher.releases_a_package:
                numbers[key] = numbers.get(key, 0) + 1
                yield key, numbers[key], _release_package(waiting.pop(key), numbers[key])
    for key, batch in waiting.items():
        yield key, numbers.get(key, 0) + 1, _release_package(batch, numbers.get(key, 0) + 1)


def _release_package(batch: list[Publication], number: int) -> dict[str, Any]:
    releases = [publication.release for publication in batch]
    head = batch[0].publisher.package(number, max(release["date"] for release in releases))
    return head | {"releases": releases}


def _record_packages(made: Iterator[Process]) -> Iterator[tuple[str, int, dict[str, Any]]]:
    """Records gather what several publishers said, so the packages are those of somebody who collects."""
    number = 0
    while batch := list(islice(made, RECORDS_A_PACKAGE)):
        number += 1
        records = [{"ocid": process.ocid, "releases": process.releases} for process in batch]
        published = max(release["date"] for process in batch for release in process)
        yield COLLECTOR.key, number, COLLECTOR.package(number, published) | {"records": records}


def _releases_in(package: dict[str, Any]) -> int:
    if "releases" in package:
        return len(package["releases"])
    return sum(len(record["releases"]) for record in package["records"])
