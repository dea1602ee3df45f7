"""Field coverage: ours against ocdscardinal's, on JSON lines with one compiled release each; one core each."""

from pathlib import Path

import measure
import ocdscardinal
import orjson

from candour.ocds.coverage import Coverage


def run(path: Path) -> dict[str, measure.Measurement]:
    """Reading and parsing included."""
    return {
        "Candour": measure.function("coverage.py", "ours", path),
        "ocdscardinal": measure.function("coverage.py", "cardinal", path),
    }


def ours(path: str) -> int:
    """How many compiled releases were counted."""
    coverage = Coverage()
    with Path(path).open("rb") as lines:
        for line in lines:
            coverage.add(orjson.loads(line))
    return coverage.processes


def cardinal(path: str) -> int:
    """How many compiled releases were counted."""
    return int(ocdscardinal.coverage(path)[""])
