"""Field coverage: ours against ocdscardinal's, on one file of JSON lines with one compiled release each."""

from pathlib import Path
from time import perf_counter

import ocdscardinal
import orjson

from candour.ocds.coverage import Coverage


def run(path: Path) -> dict[str, float]:
    """Compiled releases a second of each, reading and parsing included; one core each."""
    start = perf_counter()
    processes = _ours(path)
    ours = perf_counter() - start
    start = perf_counter()
    ocdscardinal.coverage(str(path))
    cardinal = perf_counter() - start
    return {
        "processes": processes,
        "candour a second": processes / ours,
        "ocdscardinal a second": processes / cardinal,
    }


def _ours(path: Path) -> int:
    coverage = Coverage()
    with path.open("rb") as lines:
        for line in lines:
            coverage.add(orjson.loads(line))
    return coverage.processes
