"""Figures, days and codes as they stand in sentences."""

import re
from collections.abc import Iterable, Sequence
from decimal import Decimal

from candour.care.days import IN_MONTHS, how_long
from candour.operations.contract.observed import Observed, whole_of

_SYMBOLS = {"GBP": "£", "EUR": "€", "USD": "$"}
_FEW = 6
_LONG = 100
_SMALL, _FINE, _COARSE = 0.01, 4, 3
"""An interval that ends below one per cent has four places behind the point, any other three."""


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
    rounded = round(value, 3) if abs(value) < _LONG else round(value, 1)
    return f"{rounded.quantize(Decimal(1)) if rounded == rounded.to_integral() else rounded.normalize():,f}"


def interval(one: Observed) -> str:
    """(86% to 93%), or nothing where there is no interval."""
    if one.low is None or one.high is None:
        return ""
    places = _FINE if one.high < _SMALL * (whole_of(one.unit) or 1) else _COARSE
    low, high = (number(round(end, places), one.unit) for end in (one.low, one.high))
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


def age(days: int) -> str:
    """How long ago: in months up to two years ("14 months"), then in years ("3.2 years")."""
    months, years = how_long(days)
    if months >= IN_MONTHS:
        return f"{years:.1f} years"
    return "1 month" if months == 1 else f"{months} months"


def code(text: str) -> str:
    """A code such as careWorker as words: care worker."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", text).lower()


_PEOPLE = {
    "personSupported": ("person supported", "people supported"),
    "careWorker": ("care worker", "care workers"),
    "unpaidCarer": ("unpaid carer", "unpaid carers"),
    "familyMember": ("family member", "family members"),
    "advocate": ("advocate", "advocates"),
    "volunteer": ("volunteer", "volunteers"),
    "healthProfessional": ("health professional", "health professionals"),
    "neighbour": ("neighbour", "neighbours"),
    "observer": ("observer", "observers"),
    "commissioner": ("commissioner", "commissioners"),
    "provider": ("provider", "providers"),
    "socialWorker": ("social worker", "social workers"),
    "procurementOfficer": ("procurement officer", "procurement officers"),
}


def people(number: int | None, role: str | None) -> str:
    """9 people supported; some care workers, where the number is not said."""
    if number is None:
        return f"some {_PEOPLE[role][1] if role in _PEOPLE else code(role or 'others')}"
    one, many = _PEOPLE.get(role or "", (code(role or "other"), code(role or "others")))
    return count(number, one, many)


def clause(text: str) -> str:
    """Somebody's own words, without the full stop, so that they can stand within a sentence."""
    return text.strip().rstrip(".")


_STAGES = {"implementation": "as really paid", "bid": "by the bid that won"}


def said_at(lines: Iterable[tuple[str, str]]) -> list[str]:
    """Lines with the stages at which they are said: £12.90 an hour (by the contract and by the award)."""
    stages: dict[str, list[str]] = {}
    for line, stage in lines:
        stages.setdefault(line, []).append(_STAGES.get(stage, f"by the {stage}"))
    return [f"{line} ({listed(dict.fromkeys(where))})" for line, where in stages.items()]


def listed(things: Iterable[str]) -> str:
    """a, b and c; of many, the first few and how many more."""
    found: Sequence[str] = list(things)
    if len(found) > _FEW:
        found = [*found[: _FEW - 1], f"{len(found) - _FEW + 1} more"]
    return found[0] if len(found) == 1 else f"{', '.join(found[:-1])} and {found[-1]}"


def count(number: int, one: str, many: str) -> str:
    """1 metric, 3 metrics."""
    return f"{number:,} {one if number == 1 else many}"
