"""The files of the extension as they are published, and a walk through every part of a schema."""

import csv
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parents[2] / "standard"
SCHEMAS = ("release-schema.json", "statement-schema.json")


def read(name: str) -> Any:
    return json.loads((FOLDER / name).read_text("utf-8"))


def codelist(name: str) -> list[dict[str, str]]:
    with (FOLDER / "codelists" / f"{name}.csv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def parts(schema: Any, pointer: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    """Every object inside a JSON value with its pointer."""
    if isinstance(schema, dict):
        yield pointer, schema
        for name, member in schema.items():
            yield from parts(member, f"{pointer}/{name}")
    elif isinstance(schema, list):
        for position, member in enumerate(schema):
            yield from parts(member, f"{pointer}/{position}")


def fields(schema: Any) -> Iterator[tuple[str, dict[str, Any], bool]]:
    """Every field that a schema describes: its pointer, its description, and whether it is required."""
    for pointer, part in parts(schema):
        if not pointer.endswith("/properties"):
            for name, field in part.get("properties", {}).items():
                yield f"{pointer}/properties/{name}", field, name in part.get("required", [])


def types(field: dict[str, Any]) -> list[str]:
    given = field.get("type", [])
    return [given] if isinstance(given, str) else list(given)
