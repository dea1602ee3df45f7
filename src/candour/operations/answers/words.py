"""Figures, days and codes as they stand in sentences."""

import re
from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal

from candour.operations.contract.observed import Observed, whole_of

_SYMBOLS = {"GBP": "£", "EUR": "€", "USD": "$"}
_FEW = 6


def money(amount: Decimal, currency: str | None) -> str:
    """£4,130,000 or £24.10; another currency by its letters."""
    symbol = _SYMBOLS.get(currency or "", f"{currency} " if currency else "")
    digits = f"{amount:,.0f}" if amount == amount.to_integral() else f"{amount:,.2f}"
    return f"{symbol}{digits}"


def figure(one: Observed) -> str:
    """A value in its unit: 90.3%, 5.2 workers per person, £12.60; its state in words where it has no value."""
    if one.state != "value":
        return one.state
    if one.value is None:
        return f"{one.text!r}, which is no number"
    if one.currency:
        return money(one.value, one.currency)
    return number(one.value, one.unit)


def promised(one: Observed) -> str:
    """A promised value; a metric may be promised without one."""
    return figure(one) if one.state == "value" else "without a value"


def number(value: Decimal | float, unit: str | None) -> str:
    """A number in a unit; a share between 0 and 1 as per cent."""
    whole = whole_of(unit)
    if whole is not None and 0 <= value <= whole:
        return f"{_digits(Decimal(str(value)) * 100 / whole)}%"
    return f"{_digits(Decimal(str(value)))} {unit or ''}".strip()


def _digits(value: Decimal) -> str:
    """As published where that is short, else to three places behind the point."""
    rounded = round(value, 3)
    return f"{rounded.quantize(Decimal(1)) if rounded == rounded.to_integral() else rounded.normalize():,f}"


def interval(one: Observed) -> str:
    """(86% to 93%), or nothing where there is no interval."""
    if one.low is None or one.high is None:
        return ""
    low, high = (number(round(end, 3), one.unit) for end in (one.low, one.high))
    return f"({low} to {high})"


def rests_on(one: Observed) -> str | None:
    """Out of how many: 363 of 402 answered; of 140 visits."""
    if one.respondents is not None and one.invited is not None:
        return f"{one.respondents:,} of {one.invited:,} who were asked"
    if one.respondents is not None:
        return f"{one.respondents:,} who answered"
    if one.denominator is not None:
        return f"{_digits(one.denominator)} {one.denominator_of or ''}".strip()
    return None


def span(start: date | None, end: date | None) -> str | None:
    """January to March 2024 as its two days; None where neither is known."""
    if start is None and end is None:
        return None
    if start is None:
        return f"until {end}"
    return f"{start} to {end}" if end else f"from {start}"


def code(text: str) -> str:
    """A code such as careWorker as words: care worker."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", text).lower()


def listed(things: Iterable[str]) -> str:
    """a, b and c; of many, the first few and how many more."""
    found: Sequence[str] = list(things)
    if len(found) > _FEW:
        found = [*found[: _FEW - 1], f"{len(found) - _FEW + 1} more"]
    return found[0] if len(found) == 1 else f"{', '.join(found[:-1])} and {found[-1]}"


def count(number: int, one: str, many: str) -> str:
    """1 metric, 3 metrics."""
    return f"{number:,} {one if number == 1 else many}"
