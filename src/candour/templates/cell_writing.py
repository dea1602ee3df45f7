"""How a value of each kind is written into a cell. What cannot be written raises, and is then kept in the rest."""

import re
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from typing import TypeAlias

from candour.sources.tabular.numbers import shortest
from candour.templates.choices import Choices
from candour.templates.kind import Holds
from candour.templates.path import Json

Cell: TypeAlias = str | Decimal | date
LARGEST_POWER = 300
"""Numbers with more digits before or behind the point are nobody's."""

_MIDNIGHT = re.compile(r"((?:19|20|21)\d\d-\d\d-\d\d)T00:00:00Z")


def _text(value: Json, _: Choices | None) -> Cell:
    if not isinstance(value, str):
        raise TypeError
    return value


def _day(value: Json, _: Choices | None) -> Cell:
    found = _MIDNIGHT.fullmatch(value)
    return date.fromisoformat(found[1]) if found else value


def _number(value: Json, _: Choices | None) -> Cell:
    """A number, where the spreadsheet keeps every digit of it; else the same digits as text."""
    if isinstance(value, bool) or not isinstance(value, int | Decimal):
        raise TypeError
    exact = Decimal(value)
    if abs(exact.adjusted()) > LARGEST_POWER:
        raise ValueError
    if Decimal(shortest(repr(float(exact)))) == exact and len(exact.normalize().as_tuple().digits) <= 15:
        return exact
    return format(exact, "f")


def _yes(value: Json, _: Choices | None) -> Cell:
    return {True: "Yes", False: "No"}[value]


def _code(value: Json, choices: Choices | None) -> Cell:
    assert choices is not None
    return choices.label(value) if isinstance(value, str) else _text(value, None)


def _codes(value: Json, choices: Choices | None) -> Cell:
    return "; ".join(str(_code(each, choices)) for each in value)


def _texts(value: Json, _: Choices | None) -> Cell:
    return "; ".join(value)


def _pairs(value: Json, _: Choices | None) -> Cell:
    return "; ".join(f"{name}: {each}" for name, each in value.items())


WRITTEN: Mapping[Holds, Callable[[Json, Choices | None], Cell]] = {
    "text": _text,
    "texts": _texts,
    "id": _text,
    "ocid prefix": _text,
    "ocid reference": _text,
    "uri": _text,
    "day": _day,
    "number": _number,
    "whole": _number,
    "share": _number,
    "yes": _yes,
    "code": _code,
    "codes": _codes,
    "pairs": _pairs,
}
"""By what a column holds. Each raises some error, none of them ours, for a value of another kind."""
