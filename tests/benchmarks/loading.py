"""A whole load: ours into the tables of a warehouse, against three tools one after the other into CSV files."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

import measure
import official
import orjson
import prepare
from measure import Measurement, NotMeasured


def run(path: Path, *, slow: int = 3000, runs: int = 3) -> dict[str, Measurement | NotMeasured]:
    """Our load of the whole file, on two cores and on one; the chain of `slow` releases of it."""
    return {
        "Candour, two workers": ours(path, workers=2, runs=runs),
        "Candour, one worker": ours(path, workers=1, runs=1),
        **chain(measure.first(path, slow)),
    }


def ours(path: Path, *, workers: int = 2, runs: int = 3) -> Measurement:
    """Receive the file into an archive, read, validate, merge, and write the tables."""
    return measure.function("loading.py", "load", path, prepare.count(path), workers, runs=runs)


def chain(path: Path) -> dict[str, Measurement | NotMeasured]:
    """libcoveocds, ocdskit compile and flatten-tool on the same releases, each alone and the three added up."""
    names = ("libcoveocds + ocdskit compile + flatten-tool", "libcoveocds", "ocdskit compile", "flatten-tool")
    with tempfile.TemporaryDirectory() as folder:
        try:
            schema, archive = official_files(Path(folder))
        except official.NotHereError as reason:
            return dict.fromkeys(names, NotMeasured(str(reason)))
        releases = prepare.count(path)
        checked = measure.function("validation.py", "libcoveocds", prepare.one_package_file(path), archive, runs=1)
        compiled = Path(folder) / "compiled.jsonl"
        merged = measure.command(
            [measure.program("ocdskit"), "compile", "--schema", schema],
            given=prepare.packages_file(path),
            output=compiled,
            releases=releases,
            runs=1,
        )
        flattened = measure.command(
            [
                *(measure.program("flatten-tool"), "flatten", prepare.one_package_file(compiled)),
                *("--root-list-path", "releases", "--root-id", "ocid", "--main-sheet-name", "releases"),
                *("--output-format", "csv", "--output-name", Path(folder) / "tables"),
            ],
            releases=releases,
            runs=1,
        )
    together = measure.one_after_the_other(checked, merged, flattened)
    return dict(zip(names, (together, checked, merged, flattened), strict=True))


def official_files(folder: Path) -> tuple[Path, Path]:
    """The extended release schema, and the archive of the standard for libcoveocds. Raises NotHereError."""
    schema = folder / "release-schema.json"
    schema.write_bytes(orjson.dumps(official.release_schema(prepare.SHARED_DATA)))
    return schema, official.standard_zip(prepare.SHARED_DATA, folder / "standard.zip")


def load(path: str, releases: int, workers: int) -> Iterator[int | None]:
    """The work itself, into a folder that is thrown away."""
    from candour.archive import Archive
    from candour.operations.derived import derived_tables
    from candour.warehouse.building import build

    yield None
    with tempfile.TemporaryDirectory(dir=Path(path).parent) as folder:
        archive = Archive.at(Path(folder) / "archive")
        archive.add(Path(path), source="benchmark", name=Path(path).name)
        build(archive, Path(folder) / "warehouse", derived=derived_tables(), workers=workers)
    yield releases
