"""Whether time grows with the number of releases and no faster, and memory hardly at all."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import measure
import prepare
from measure import Measurement, NotMeasured


def run(small: Path, large: Path, folder: Path) -> dict[str, Measurement | NotMeasured]:
    """Our load of a small and of a large file with two workers, once each; the warehouse of the large one stays."""
    measured: dict[str, Measurement | NotMeasured] = {}
    for path in (small, large):
        shutil.rmtree(folder, ignore_errors=True)
        releases = prepare.count(path)
        measured[f"{releases:,} releases"] = measure.function("scaling.py", "load", path, folder, releases, runs=1)
    return measured


def growth(small: Measurement, large: Measurement) -> float:
    """Time a release in the large file over that in the small one: 1 is linear."""
    return small.per_second / large.per_second


def load(path: str, folder: str, releases: int) -> Iterator[int | None]:
    """Receive the file and build the tables in a folder, as `candour add` and `candour build` do."""
    from candour.archive import Archive
    from candour.operations.build import build_warehouse
    from candour.operations.home import Home

    yield None
    home = Home(Path(folder))
    Archive.at(home.archive).add(Path(path), source="benchmark", name=Path(path).name)
    build_warehouse(home)
    yield releases
