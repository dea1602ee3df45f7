"""ocdscardinal's `coverage` is the oracle for what counts as a value."""

import re
from collections import Counter
from pathlib import Path

import orjson
import pytest

from candour.ocds.coverage import Coverage

ocdscardinal = pytest.importorskip("ocdscardinal", reason="ocdscardinal is not installed")

ODD = [
    {"ocid": "a", "x": None, "e": "", "o": {}, "l": [], "n": {"a": {"b": None}}, "z": 0, "f": False, "r": 0.0},
    {"arr": [{"id": 1, "t": None}, {"id": None}, {"k": [1, "", None, [2, []]]}], "s": ["a", "", "b"], "mix": [[]]},
    {"0": {"1": [{"q": 5}]}, "deep": [[[1], [[]]], [[""]]], "text": [None, {}, {"a": {}}]},
]
PATHS = (
    "contracts_finder/releases.jsonl",
    "contracts_finder/releases_with_register_ids.jsonl",
    "public_contracts_scotland/releases.jsonl",
    "sell2wales/releases.jsonl",
)


def said_by_cardinal(path: Path) -> Counter[str]:
    """Its counts by our paths: it also counts lines and objects, which we do not."""
    counts: Counter[str] = Counter()
    for name, times in ocdscardinal.coverage(str(path)).items():
        if name and not name.endswith("/"):
            counts[re.sub(r"\[\]/", "/", name).strip("/").replace("/", ".")] += times
    return counts


def said_by_us(path: Path) -> Counter[str]:
    coverage = Coverage()
    with path.open("rb") as lines:
        for line in lines:
            coverage.add(orjson.loads(line))
    return Counter({field.path: field.times for field in coverage.fields()})


def test_agrees_on_what_is_empty(tmp_path: Path):
    path = tmp_path / "odd.jsonl"
    path.write_bytes(b"\n".join(map(orjson.dumps, ODD)) + b"\n")
    assert said_by_us(path) == said_by_cardinal(path)


@pytest.mark.parametrize("name", PATHS)
def test_agrees_on_real_files(name: str, shared_data: Path):
    path = shared_data / "ocds" / name
    assert said_by_us(path) == said_by_cardinal(path)
