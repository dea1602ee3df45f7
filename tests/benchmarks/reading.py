"""Reading: bytes of a file to releases with their position, against a bare JSON parser."""

from collections.abc import Iterator
from pathlib import Path

import measure
from measure import Measurement, NotMeasured


def run(path: Path, *, runs: int = 3) -> dict[str, Measurement | NotMeasured]:
    """Lines to raw releases, on one core; a parser alone keeps nothing and says nothing about what is wrong."""
    return {
        "Candour": measure.function("reading.py", "candour", path, runs=runs),
        "orjson, lines, alone": measure.function("reading.py", "parser_alone", path, runs=runs),
    }


def candour(path: str) -> Iterator[int | None]:
    """Our reader."""
    from candour.ocds.problems import Problem
    from candour.ocds.read import read

    yield None
    releases = 0
    with Path(path).open("rb") as stream:
        for item in read(stream, name=path):
            if isinstance(item, Problem):
                raise measure.BenchmarkError(f"the benchmark's file is refused: {item.for_publisher()}")
            releases += 1
    yield releases


def parser_alone(path: str) -> Iterator[int | None]:
    """The fastest parser, on the assumption that every line is a release."""
    import orjson

    yield None
    releases = 0
    with Path(path).open("rb") as lines:
        for line in lines:
            orjson.loads(line)
            releases += 1
    yield releases
