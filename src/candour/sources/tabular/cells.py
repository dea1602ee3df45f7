"""What the text of a cell means. Nothing is guessed: text that is not plainly a value raises ValueError."""

import re
from datetime import date
from decimal import Decimal
from functools import lru_cache

from candour.sources.tabular.layout import DateOrder

_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:[T ][\d:.]+Z?)?")
_SLASHED = re.compile(r"(\d{1,2})[/.](\d{1,2})[/.](\d{4})(?: +\d{1,2}:\d{2}(?::\d{2})?(?: *[AaPp][Mm])?)?")
_NUMBER = re.compile(r"-?(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d+)?")
_YES, _NO = frozenset({"y", "yes", "true"}), frozenset({"n", "no", "false"})
_ERROR = re.compile(r"#(?:REF!|N/A|VALUE!|DIV/0!|NAME\?|NUM!|NULL!|SPILL!|CALC!)|Err:\d{3}", re.IGNORECASE)


@lru_cache(maxsize=1 << 14)
def day(text: str, order: DateOrder) -> date:
    """2026-05-31, 31/05/2026 or 5/31/2026 as a date; a time of day behind it is left out."""
    if found := _ISO.fullmatch(text):
        return date(int(found[1]), int(found[2]), int(found[3]))
    if found := _SLASHED.fullmatch(text):
        first, second = int(found[1]), int(found[2])
        month, day = (first, second) if order == "month first" else (second, first)
        return date(int(found[3]), month, day)
    raise ValueError("a date")


def number(text: str) -> Decimal:
    """1,234.5 as an exact number."""
    if not _NUMBER.fullmatch(text):
        raise ValueError("a number")
    return Decimal(text.replace(",", ""))


def whole(text: str) -> int:
    """A number without a fraction; 12.0 has none."""
    if text.isascii() and text.isdigit() and len(text) < 19:
        return int(text)
    found = number(text)
    if found != found.to_integral_value():
        raise ValueError("a whole number")
    return int(found)


def yes(text: str) -> bool:
    """Y, Yes and True; N, No and False."""
    lowered = text.lower()
    if lowered in _YES:
        return True
    if lowered in _NO:
        return False
    raise ValueError("Y or N")


def is_error(text: str) -> bool:
    """Whether a cell shows that its formula failed."""
    return _ERROR.fullmatch(text) is not None
