"""Reads the notation in which the data files describe fields.

A field is `name: TYPE flags "meaning"`, and its name ends in `!` where it is required. TYPE is a JSON type, several
of them joined by `|`, a format (`date-time`, `uri`, `email`) or the name of a definition; `[]` after it makes it an
array and a last `?` allows null. An object described in place is a mapping with `is` (the same notation, empty where
an extension only adds members) and `fields`, or `every` where members may have any name. Flags are `filled` (not
empty), `filledItems`, `unique`, `translated` (`title_cy` beside `title`), a merge rule, or one with a value after a
colon: `closed`, `open` (codelists), `default`, `pattern`, `above`, `atLeast`, `atMost`, `deprecated`.
"""

import re
from collections.abc import Mapping
from typing import Any

from candour.ocds.fields import Definition, Field

JSON_TYPES = frozenset({"string", "integer", "number", "boolean", "object", "array", "null"})
FORMATS = frozenset({"date-time", "uri", "email"})

_FIELD = re.compile(r'^(?P<type>[^ "]*)(?P<flags>[^"]*?) ?"(?P<text>.*)"$')
_PLAIN_FLAGS = {"filled": "filled", "filledItems": "filled_items", "unique": "unique", "translated": "translated"}
_MERGE_RULES = frozenset({"omitWhenMerged", "wholeListMerge", "versionId"})
_VALUED_FLAGS = {
    "default": ("default", str),
    "pattern": ("pattern", str),
    "above": ("above", float),
    "atLeast": ("at_least", float),
    "atMost": ("at_most", float),
    "deprecated": ("deprecated", str),
}


def parse_definition(name: str, given: Mapping[str, Any], extension: str) -> Definition:
    """A definition from its mapping of `about`, `filled` and `fields`."""
    return Definition(
        name=name,
        text=given.get("about", ""),
        extension=extension,
        fields=parse_fields(given.get("fields", {}), extension),
        filled=given.get("filled", False),
    )


def parse_fields(given: Mapping[str, Any], extension: str) -> dict[str, Field]:
    """Fields by name, in the order of the file."""
    fields = (parse_field(name, value, extension) for name, value in given.items())
    return {field.name: field for field in fields}


def parse_field(name: str, given: str | Mapping[str, Any], extension: str) -> Field:
    """One field. Raises ValueError, naming the field, for what is not in the notation."""
    parts_given: Mapping[str, Any] = {"is": given} if isinstance(given, str) else given
    spec = parts_given.get("is", '""')
    parts = _FIELD.match(spec)
    if parts is None:
        raise ValueError(f'{extension}, field {name}: found {spec!r}, expected TYPE flags "meaning"')
    facts = _type(parts["type"])
    facts["fields"] = parse_fields(parts_given.get("fields", {}), extension)
    if "every" in parts_given:
        facts["every"] = parse_field(f"{name}.*", parts_given["every"], extension)
    for flag in parts["flags"].split():
        facts.update(_flag(flag, f"{extension}, field {name}"))
    return Field(
        name=name.removesuffix("!"), required=name.endswith("!"), text=parts["text"], extension=extension, **facts
    )


def _type(notation: str) -> dict[str, Any]:
    null = ("null",) if notation.endswith("?") else ()
    kind = notation.removesuffix("?")
    is_array = kind.endswith("[]")
    kind = kind.removesuffix("[]")
    names = tuple(kind.split("|")) if kind else ()
    if kind in FORMATS:
        facts: dict[str, Any] = {"format": kind}
        names = ("string",)
    elif set(names) <= JSON_TYPES:
        facts = {}
    else:
        facts = {"reference": kind}
        names = ()
    if is_array:
        return {**facts, "is_array": True, "types": ("array", *null), "item_types": names}
    return {**facts, "types": (*names, *null)}


def _flag(flag: str, where: str) -> dict[str, Any]:
    if flag in _PLAIN_FLAGS:
        return {_PLAIN_FLAGS[flag]: True}
    if flag in _MERGE_RULES:
        return {"merge": flag}
    key, _, value = flag.partition(":")
    if key in ("open", "closed") and value:
        return {"codelist": value, "closed": key == "closed"}
    if key in _VALUED_FLAGS and value:
        name, convert = _VALUED_FLAGS[key]
        return {name: convert(value)}
    raise ValueError(f"{where}: {flag!r} is no flag of the notation")
