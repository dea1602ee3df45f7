"""Turns what the schema validator found into problems that say what to mend and what it means."""

import difflib
import json
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from typing import Any

from msgspec.structs import replace

from candour.ocds import validation_rules as rules
from candour.ocds.description import Description, describe
from candour.ocds.fields import Field
from candour.ocds.formats import DATE_TIME, EMAIL, URI
from candour.ocds.problems import Problem, Rule, shorten
from candour.ocds.remarks import Remark
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
    yield from _EXPLANATIONS.get(error.kind.name, _other)(error, position, description)


def explain_repeat(repeat: Repeat) -> Problem:
    """The problem of an entry that is in its list twice."""
    if repeat.id is None:
        return _problem(rules.REPEATED_ENTRY, repeat.position)
    return _problem(rules.REPEATED_ID, repeat.position, repeat.id)


def explain_remark(remark: Remark, description: Description) -> Problem:
    """The problem of something that breaks no rule and is worth a word."""
    rule, position, value = remark
    field = _field(description, position)
    if rule is rules.ADDITIONAL_FIELD:
        return _problem(rule, position, expected=_what_was_meant(position, description))
    if rule is rules.OPEN_CODE and field:
        return _problem(rule, position, value, field.codelist)
    if rule is rules.DEPRECATED_FIELD and field:
        return replace(_problem(rule, position, expected=field.text), found=field.deprecated)
    return _problem(rule, position, value)


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


def _wrong_type(error: Any, position: Position, description: Description) -> Iterator[Problem]:
    if not position:
        yield _problem(rules.NOT_A_RELEASE, position, error.instance, "an ocid, an id, a date and a tag")
        return
    expected = [kind for kind in error.kind.types if kind != "null"] or error.kind.types
    kinds = _or(_KINDS[kind] for kind in expected)
    if set(expected) <= {"number", "integer"}:
        yield _problem(rules.WRONG_NUMBER, position, error.instance, kinds)
    else:
        mend = _mending(error.instance, expected, _field(description, position))
        yield _problem(rules.WRONG_TYPE, position, error.instance, f"{kinds} belongs there. {mend}")


def _mending(found: Any, expected: list[str], field: Field | None) -> str:
    if "string" in expected and isinstance(found, int | float) and not isinstance(found, bool):
        return f'Put it in quotes: "{found}".'
    if "array" in expected and found is not None:
        return "Put it in square brackets, even where there is only one."
    return "Change it." if field and field.required else "Change it, or leave the field out where nothing is known."


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
    if field.codelist == "currency":
        yield _problem(rules.WRONG_CURRENCY, position, found, _hint(found, codes))
    else:
        more = f" and {len(codes) - _FEW} more" if len(codes) > _FEW else ""
        yield _problem(rules.CLOSED_CODE, position, found, ", ".join(codes[:_FEW]) + more + _hint(found, codes))


_FEW = 16


def _what_was_meant(position: Position, description: Description) -> str:
    """How to go on from a name that nothing describes: the one that was probably meant, or who describes it."""
    *above, name = (step for step in position if isinstance(step, str))
    parent = description.field(above)
    known = tuple(description.members(parent) if parent else description.release.fields)
    if hint := _hint(name, known):
        return hint
    described = describe().field((*above, name))
    return f", or declare the extension {described.extension}, which describes it" if described else ""


def _empty(error: Any, position: Position, description: Description) -> Iterator[Problem]:
    field = _field(description, position)
    required = "The standard requires it: fill it in." if field and field.required else ""
    yield _problem(
        rules.EMPTY, position, error.instance, required or "Leave the field out where there is nothing to say."
    )


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
def _hint(name: str, known: tuple[str, ...]) -> str:
    """The known name that was probably meant, as a question. Publishers repeat their slips, hence the cache."""
    by_lower_case = {candidate.lower(): candidate for candidate in known}
    found = difflib.get_close_matches(name.lower(), by_lower_case, n=1, cutoff=0.8)
    return f" (did you mean {by_lower_case[found[0]]}?)" if found else ""


def _or(kinds: Iterable[str]) -> str:
    *first, last = kinds
    return f"{', '.join(first)} or {last}" if first else last
