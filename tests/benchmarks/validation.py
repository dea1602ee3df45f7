"""Validation: ours, against libcoveocds and against jsonschema-rs alone with the official schema."""

import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import loading
import measure
import official
import orjson
import prepare
from measure import Measurement, NotMeasured


def run(path: Path, *, slow: int = 3000, runs: int = 3) -> dict[str, Measurement | NotMeasured]:
    """Lines parsed and judged valid or not, on one core; libcoveocds on `slow` releases of the file."""
    bare, oracle = "jsonschema-rs alone", "libcoveocds"
    measured: dict[str, Measurement | NotMeasured] = {
        "Candour": measure.function("validation.py", "candour", path, runs=runs)
    }
    with tempfile.TemporaryDirectory() as folder:
        try:
            schema, archive = loading.official_files(Path(folder))
        except official.NotHereError as reason:
            return measured | dict.fromkeys((bare, oracle), NotMeasured(str(reason)))
        package = prepare.one_package_file(measure.first(path, slow))
        measured[bare] = measure.function("validation.py", "jsonschema_rs_alone", path, schema, runs=runs)
        measured[oracle] = measure.function("validation.py", "libcoveocds", package, archive, runs=1)
    return measured


def candour(path: str) -> Iterator[int | None]:
    """Our validator over lines."""
    from candour.ocds.validate import Validator

    is_valid = Validator().is_valid
    yield None
    yield _valid_lines(path, is_valid)


def jsonschema_rs_alone(path: str, schema: str) -> Iterator[int | None]:
    """The library that ours is built on, with the official schema."""
    import jsonschema_rs

    is_valid = jsonschema_rs.Draft4Validator(orjson.loads(Path(schema).read_bytes())).is_valid
    yield None
    yield _valid_lines(path, is_valid)


def libcoveocds(package: str, standard: str) -> Iterator[int | None]:
    """All that libcoveocds does for its API, offline: the package names no extension, `standard` has them all."""
    from libcoveocds.api import ocds_json_output
    from libcoveocds.config import LibCoveOCDSConfig

    config = LibCoveOCDSConfig({"standard_zip": f"file://{standard}", "context": "api"})
    yield None
    data = orjson.loads(Path(package).read_bytes())
    result = ocds_json_output(json_data=data, lib_cove_ocds_config=config)
    if result["validation_errors"]:
        raise measure.BenchmarkError(f"libcoveocds refuses the benchmark's file: {result['validation_errors'][0]}")
    yield len(data["releases"])


def _valid_lines(path: str, is_valid: Callable[[object], bool]) -> int:
    releases = 0
    with Path(path).open("rb") as lines:
        for line in lines:
            if not is_valid(orjson.loads(line)):
                raise measure.BenchmarkError(f"release {releases + 1} of the benchmark's file is not valid")
            releases += 1
    return releases
