"""Field coverage: ours against ocdscardinal's, on JSON lines with one compiled release each; one core each."""

from itertools import groupby
from pathlib import Path

import measure
import ocdscardinal
import orjson

from candour.ocds.coverage import Coverage
from candour.ocds.merge import compiled_release


def run(path: Path, *, runs: int = 3) -> dict[str, measure.Measurement]:
    """Reading and parsing included, of the compiled releases of a file of releases grouped by process."""
    compiled = compiled_file(path)
    return {
        "Candour": measure.function("coverage.py", "ours", compiled, runs=runs),
        "ocdscardinal": measure.function("coverage.py", "cardinal", compiled, runs=runs),
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


def compiled_file(path: Path) -> Path:
    """The compiled releases of a file of releases grouped by process, one a line."""
    compiled = path.with_suffix(".compiled.jsonl")
    with path.open("rb") as lines, compiled.open("wb") as out:
        for _, process in groupby(map(orjson.loads, lines), key=lambda release: release["ocid"]):
            out.write(orjson.dumps(compiled_release(list(process)), option=orjson.OPT_APPEND_NEWLINE))
    return compiled
