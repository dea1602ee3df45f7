"""Numbers and the things compared, as sentences of a comparison name them."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from candour.care.days import in_words
from candour.compare.measured.answer import Better, Figure, MeasuredComparison
from candour.statistics.funnel import Position

KINDS: Mapping[str, tuple[str, str]] = {
    "providers": ("provider", "providers"),
    "councils": ("council", "councils"),
    "contract-models": ("contract model", "contract models"),
    "contracts": ("contract", "contracts"),
}
"""What one is called, and what several are called."""
DIRECTIONS: Mapping[Better, str] = {
    "higher": "more is better",
    "lower": "less is better",
    "neither": "neither more nor less is better",
}

PLACES: Mapping[Position, str] = {
    "below 99.8%": "much lower than usual",
    "below 95%": "lower than usual",
    "within": "about usual",
    "above 95%": "higher than usual",
    "above 99.8%": "much higher than usual",
}
"""Where a figure lies in a funnel, the lowest first."""


def number(value: float, unit: str, points: bool = False) -> str:
    """A value in its unit; a difference of shares in `points`, which are hundredths."""
    if unit in ("share", "percent"):
        share = value if unit == "share" else value / 100
        return f"{100 * share:.1f} points" if points else f"{share:.1%}"
    return f"{value:,.3g}" if abs(value) < 1000 else f"{value:,.0f}"


def interval(figure: Figure, unit: str) -> str:
    """Between what a value lies; empty where that is not known."""
    if figure.low is None or figure.high is None:
        return ""
    return f"{number(figure.low, unit)} to {number(figure.high, unit)}"


def counts(figure: Figure) -> str:
    """Out of how many, such as "56 of 2,912"; empty where nobody says."""
    if figure.numerator is None or figure.denominator is None:
        return ""
    return f"{whole(figure.numerator)} {'of' if figure.interval else 'over'} {whole(figure.denominator)}"


def whole(count: float | None) -> str | None:
    """A count without a decimal point where it has no decimals; None where it is not known."""
    return None if count is None else f"{count:,.10g}"


def unit_name(unit: str) -> str:
    """What a value is in, to begin a sentence with."""
    return "A share" if unit == "share" else f"In {unit}"


def period_of(comparison: MeasuredComparison) -> str:
    """Of which time the figures are; empty where they are of all time."""
    since, until = comparison.window
    start = "" if since == date.min else f"from {in_words(since)}"
    end = "" if until == date.max else f"to {in_words(until - timedelta(days=1))}"
    return " ".join(filter(None, (start, end)))


def listed(words: Sequence[str], last: str = "and") -> str:
    """Words as a sentence lists them: "a, b and c"."""
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} {last} {words[-1]}"
