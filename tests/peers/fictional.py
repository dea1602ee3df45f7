"""A fictional release that uses every described field once, so that mutations reach all of them."""

from collections.abc import Mapping
from typing import Any

from candour.ocds.description import Description, describe
from candour.ocds.fields import Field

_VALUES = {
    "string": "text",
    "integer": 3,
    "number": 0.5,
    "boolean": True,
    "object": {"a": 1},
    "array": [1],
    "null": None,
}
_FORMATS = {"date-time": "2026-05-01T09:30:00Z", "uri": "https://example.org/x", "email": "nobody@example.org"}


def full_release(extensions: frozenset[str]) -> dict[str, Any]:
    """A valid release with a value in every field, two entries in every list."""
    description = describe(extensions)
    return _object(description, description.release.fields, "1", 0)


def _object(description: Description, fields: Mapping[str, Field], number: str, depth: int) -> dict[str, Any]:
    made = {}
    for name, field in fields.items():
        if depth > 3 and not field.required:
            continue
        made[name] = _value(description, field, number, depth)
    return made


def _value(description: Description, field: Field, number: str, depth: int) -> Any:
    entries = ("1", "2") if field.is_array and depth < 3 else ("1",)
    made = [_one(description, field, number if not field.is_array else entry, depth) for entry in entries]
    return made if field.is_array else made[0]


def _one(description: Description, field: Field, number: str, depth: int) -> Any:
    members = description.members(field)
    if members:
        return _object(description, members, number, depth + 1) or {"x": number}
    if field.reference:
        return {"x": number}
    if field.closed or (field.codelist and field.codelist in description.codelists):
        codes = list(description.codelists[field.codelist])
        return codes[min(int(number), len(codes)) - 1]
    if field.format:
        return _FORMATS[field.format]
    if field.every:
        return {"age": "65 and over"}
    if field.pattern:
        return "2026-05-01"
    kind = (field.item_types or field.types)[0]
    return f"{field.name}-{number}" if kind == "string" else _VALUES[kind]
