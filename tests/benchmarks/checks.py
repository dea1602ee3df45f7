"""The coherence checks, on JSON lines with one compiled release each; parsing alone beside it, to subtract."""

from pathlib import Path

import measure
import orjson

from candour.ocds.checks import check_process


def run(path: Path) -> dict[str, measure.Measurement]:
    """No peer does this in bulk on one machine, so the checks stand beside the parsing that they need."""
    return {
        "Candour's checks": measure.function("checks.py", "ours", path),
        "parsing alone": measure.function("checks.py", "parsing", path),
    }


def ours(path: str) -> int:
    """How many compiled releases were checked."""
    processes = 0
    with Path(path).open("rb") as lines:
        for line in lines:
            compiled = orjson.loads(line)
            check_process(compiled, [compiled])
            processes += 1
    return processes


def parsing(path: str) -> int:
    """How many compiled releases were parsed."""
    with Path(path).open("rb") as lines:
        return sum(1 for line in lines if orjson.loads(line) is not None)
