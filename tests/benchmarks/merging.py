"""Merging: ours, against ocdsmerge and ocdskit compile, releases already grouped by process as in the file."""

import tempfile
from collections.abc import Callable, Iterator
from itertools import groupby
from pathlib import Path

import loading
import measure
import official
import orjson
import prepare
from measure import Measurement, NotMeasured


def run(path: Path, *, slow: int = 30_000, runs: int = 3) -> dict[str, Measurement | NotMeasured]:
    """Compiled releases of the file, on one core; the others' of its first `slow` releases."""
    library, program = "ocdsmerge", "ocdskit compile"
    measured: dict[str, Measurement | NotMeasured] = {
        "Candour, compiled releases": measure.function("merging.py", "candour", path, runs=runs),
        "Candour, versioned releases": measure.function("merging.py", "candour_versioned", path, runs=1),
    }
    with tempfile.TemporaryDirectory() as folder:
        try:
            schema, _ = loading.official_files(Path(folder))
        except official.NotHereError as reason:
            return measured | dict.fromkeys((library, program), NotMeasured(str(reason)))
        part = measure.first(path, slow)
        measured[library] = measure.function("merging.py", "ocdsmerge", part, schema, runs=runs)
        measured[program] = measure.command(
            [measure.program("ocdskit"), "compile", "--schema", schema],
            given=prepare.packages_file(part),
            releases=prepare.count(part),
            runs=1,
        )
    return measured


def candour(path: str) -> Iterator[int | None]:
    """Our compiled releases."""
    from candour.ocds.merge import compiled_release

    yield None
    yield _merge(path, compiled_release)


def candour_versioned(path: str) -> Iterator[int | None]:
    """Our versioned releases."""
    from candour.ocds.merge import versioned_release

    yield None
    yield _merge(path, versioned_release)


def ocdsmerge(path: str, schema: str) -> Iterator[int | None]:
    """The oracle's compiled releases, in the way that suits it best: one merger, no garbage collector."""
    import gc

    import ocdsmerge

    merger = ocdsmerge.Merger(orjson.loads(Path(schema).read_bytes()))
    gc.disable()
    yield None
    yield _merge(path, merger.create_compiled_release)


def _merge(path: str, merge: Callable[[list], object]) -> int:
    releases = 0
    with Path(path).open("rb") as lines:
        for _, process in groupby(map(orjson.loads, lines), key=lambda release: release["ocid"]):
            batch = list(process)
            merge(batch)
            releases += len(batch)
    return releases
