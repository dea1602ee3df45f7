"""Turns what the schema validator found into problems that say what to mend and what it means."""

import difflib
import json
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from typing import Any

from candour.ocds import validation_rules as rules
from candour.ocds.description import Description
from candour.ocds.fields import Field
from candour.ocds.formats import DATE_TIME, EMAIL, URI
from candour.ocds.problems import Problem, Rule, shorten
from candour.ocds.repeats import Position, Repeat

_KINDS = {
    "string": "text",
    "number": "a number",
    "integer": "a whole number",
    "boolean": "true or false",
    "object": "an object",
    "array": "a list",
    "null": "null",
}
_FORMATS = {DATE_TIME: rules.WRONG_DATE, URI: rules.WRONG_URI, EMAIL: rules.WRONG_EMAIL}
_TOP_FIELDS = {
    "ocid": rules.MISSING_OCID,
    "id": rules.MISSING_RELEASE_ID,
    "date": rules.MISSING_DATE,
    "tag": rules.MISSING_TAG,
}


def explain(error: Any, description: Description) -> Iterator[Problem]:
    """The problems behind one error of jsonschema-rs; none for one that another error says better."""
    position: Position = tuple(error.instance_path)
    if "patternProperties" in error.schema_path:
        yield _problem(rules.NOT_TEXT, position, error.instance)
    else:
        yield from _EXPLANATIONS.get(error.kind.name, _other)(error, position, description)


def explain_repeat(repeat: Repeat) -> Problem:
    """The problem of an entry that is in its list twice."""
    if repeat.id is None:
        return _problem(rules.REPEATED_ENTRY, repeat.position)
    return _problem(rules.REPEATED_ID, repeat.position, repeat.id)


_NOTHING = object()


def _problem(rule: Rule, position: Position, found: Any = _NOTHING, expected: str = "") -> Problem:
    return Problem(
        rule=rule,
        path=_path(position) or "release",
        found="" if found is _NOTHING else _shown(found),
        expected=expected,
        position=_exact(position),
    )


def _path(position: Position) -> str:
    return ".".join(step for step in position if isinstance(step, str))


def _exact(position: Position) -> str:
    return "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in position).removeprefix(".")


def _shown(value: Any) -> str:
    """A value as it is named in a message, with its kind where the value alone would not show it."""
    if value == "":
        return "an empty text"
    if isinstance(value, list | dict):
        kind = "list" if isinstance(value, list) else "object"
        return f"a {kind}".replace("a o", "an o") if value else f"an empty {kind}"
    return shorten(json.dumps(value, ensure_ascii=False))


def _wrong_type(error: Any, position: Position, _: Description) -> Iterator[Problem]:
    if not position:
        yield _problem(rules.NOT_A_RELEASE, position, error.instance, "an ocid, an id, a date and a tag")
        return
    expected = [kind for kind in error.kind.types if kind != "null"] or error.kind.types
    rule = rules.WRONG_NUMBER if set(expected) <= {"number", "integer"} else rules.WRONG_TYPE
    yield _problem(rule, position, error.instance, _or(_KINDS[kind] for kind in expected))


def _missing(error: Any, position: Position, description: Description) -> Iterator[Problem]:
    name = error.kind.property
    whole = (*position, name)
    field = _field(description, whole)
    if not position and name in _TOP_FIELDS:
        yield _problem(_TOP_FIELDS[name], whole)
    elif name == "id" and isinstance(position[-1], int):
        yield _problem(rules.MISSING_ID, whole)
    else:
        yield _problem(rules.MISSING_FIELD, whole, expected=_meaning(field))


def _pattern(error: Any, position: Position, description: Description) -> Iterator[Problem]:
    rule = _FORMATS.get(error.kind.pattern)
    if rule is None:
        yield from _other(error, position, description)
    else:
        yield _problem(rule, position, error.instance)


def _code(error: Any, position: Position, description: Description) -> Iterator[Problem]:
    found, field = error.instance, _field(description, position)
    if not isinstance(found, str) or field is None:
        return  # the wrong type, which the schema reports besides
    codes = tuple(description.codelists[field.codelist])
    likely = _closest(found, codes)
    if not field.closed:
        yield _problem(rules.OPEN_CODE, position, found, field.codelist)
    elif field.codelist == "currency":
        yield _problem(rules.WRONG_CURRENCY, position, found, f" (did you mean {likely}?)" if likely else "")
    else:
        hint = f" (did you mean {likely}?)" if likely else ""
        yield _problem(rules.CLOSED_CODE, position, found, shorten(", ".join(codes), 200) + hint)


def _unknown_fields(error: Any, position: Position, description: Description) -> Iterator[Problem]:
    parent = _field(description, position)
    known = tuple(description.members(parent) if parent else description.release.fields)
    for name in error.kind.unexpected:
        likely = _closest(name, known)
        hint = f" (did you mean {likely}?)" if likely else ""
        yield _problem(rules.ADDITIONAL_FIELD, (*position, name), expected=hint)


def _empty(error: Any, position: Position, _: Description) -> Iterator[Problem]:
    yield _problem(rules.EMPTY, position, error.instance)


def _not_above(error: Any, position: Position, _: Description) -> Iterator[Problem]:
    yield _problem(rules.OUT_OF_RANGE, position, error.instance, f"above {error.kind.limit:g}")


def _too_small(error: Any, position: Position, _: Description) -> Iterator[Problem]:
    yield _problem(rules.OUT_OF_RANGE, position, error.instance, f"{error.kind.limit:g} at least")


def _too_great(error: Any, position: Position, _: Description) -> Iterator[Problem]:
    yield _problem(rules.OUT_OF_RANGE, position, error.instance, f"{error.kind.limit:g} at most")


def _same_twice(_error: Any, position: Position, _: Description) -> Iterator[Problem]:
    yield _problem(rules.REPEATED_ENTRY, position)


def _other(error: Any, position: Position, _: Description) -> Iterator[Problem]:
    yield _problem(rules.OTHER, position, error.instance, error.message)


_EXPLANATIONS: dict[str, Callable[[Any, Position, Description], Iterator[Problem]]] = {
    "type": _wrong_type,
    "required": _missing,
    "pattern": _pattern,
    "enum": _code,
    "additionalProperties": _unknown_fields,
    "minLength": _empty,
    "minItems": _empty,
    "minProperties": _empty,
    "exclusiveMinimum": _not_above,
    "minimum": _too_small,
    "maximum": _too_great,
    "uniqueItems": _same_twice,
}


def _field(description: Description, position: Position) -> Field | None:
    return description.field(step for step in position if isinstance(step, str))


def _meaning(field: Field | None) -> str:
    text = field.text if field else ""
    return (text[:1].lower() + text[1:]).removesuffix(".")


@lru_cache(maxsize=4096)
def _closest(name: str, known: tuple[str, ...]) -> str:
    """The known name that one probably meant, or an empty text. Publishers repeat their slips, hence the cache."""
    by_lower_case = {candidate.lower(): candidate for candidate in known}
    found = difflib.get_close_matches(name.lower(), by_lower_case, n=1, cutoff=0.8)
    return by_lower_case[found[0]] if found else ""


def _or(kinds: Iterable[str]) -> str:
    *first, last = kinds
    return f"{', '.join(first)} or {last}" if first else last
