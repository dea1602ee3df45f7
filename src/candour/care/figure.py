"""One cell of a table of figures: a number, or the reason why there is none. Absent is never zero."""

import re
from decimal import Decimal
from typing import Literal

import msgspec

State = Literal["value", "suppressed", "not applicable", "unavailable", "not reported"]
"""`suppressed` protects people, `unavailable` is said to be missing, `not reported` is said nothing of."""

FLAGS: dict[str, State] = {"c": "suppressed", "z": "not applicable", "x": "unavailable", ":": "not reported"}
"""What the shorthand of government statistics means. An empty cell is not reported as well."""

_NUMBER = re.compile(r"-?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?")
_WITH_ANOTHER = re.compile(r"(.+?)\s*\(([^()]+)\)")
_DIGITS_OF_A_SPREADSHEET = 15


class Figure(msgspec.Struct, frozen=True):
    """What a cell says: `flag` is its shorthand as published, without brackets; empty for a number."""

    value: Decimal | None
    state: State
    flag: str = ""


def parse_figures(text: str) -> tuple[Figure, ...]:
    """The figure in a cell; two where a second one follows in brackets, as in "7.7 (7.6)".

    Raises:
        ValueError: it is neither a number nor a known flag.
    """
    both = _WITH_ANOTHER.fullmatch(text.strip())
    return tuple(parse_figure(part) for part in (both.groups() if both else (text,)))


def parse_figure(text: str) -> Figure:
    """The figure in a cell: 1,234.5 or a flag such as [c]; an empty cell is not reported.

    A spreadsheet computes in binary and promises 15 digits: what it adds behind them (20.200000000000003) is noise of
    the machine and no part of the figure (`without_noise`).

    Raises:
        ValueError: it is neither a number nor a known flag.
    """
    text = text.strip()
    if _NUMBER.fullmatch(text):
        return Figure(without_noise(Decimal(text.replace(",", ""))), "value")
    flag = text.removeprefix("[").removesuffix("]")
    state = FLAGS.get(flag.lower(), None if text else "not reported")
    if state is None:
        raise ValueError(f"{text!r} is neither a number nor one of the flags {', '.join(FLAGS)}")
    return Figure(None, state, flag)


def without_noise(number: Decimal) -> Decimal:
    """The 15 digits that a computed number is good for; a shorter one stays as it is."""
    if len(number.as_tuple().digits) <= _DIGITS_OF_A_SPREADSHEET:
        return number
    return Decimal(f"{number:.{_DIGITS_OF_A_SPREADSHEET}g}")
