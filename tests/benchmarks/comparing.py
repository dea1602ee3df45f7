"""How long a comparison takes once the warehouse is built."""

from collections.abc import Iterator
from pathlib import Path

import measure
from measure import Measurement, NotMeasured

KINDS = ("providers", "councils", "contract-models")


def run(folder: Path, releases: int, *, runs: int = 3) -> dict[str, Measurement | NotMeasured]:
    """`candour compare` over the warehouse in a folder: the answer alone, and the command from start to end."""
    measured: dict[str, Measurement | NotMeasured] = {}
    for kind in KINDS:
        measured[f"compare {kind}, the answer"] = measure.function(
            "comparing.py", "compare", folder, kind, releases, runs=runs
        )
        measured[f"compare {kind}, the command"] = measure.command(
            [measure.program("candour"), "compare", kind, "--data", folder, "--json"], releases=releases, runs=runs
        )
    return measured


def compare(folder: str, kind: str, releases: int) -> Iterator[int | None]:
    """Open the warehouse and compare, as the command does."""
    from candour.compare.selection import Selection
    from candour.operations.compare import compare_published
    from candour.operations.home import Home

    yield None
    compare_published(Home(Path(folder)), kind, selection=Selection())
    yield releases
