"""A figure as people read it: the value, between what it lies, and what it rests on."""

from decimal import Decimal

from candour.compare.answer import Answer, Figure
from candour.indicators.definition import Indicator

SYMBOLS = {"GBP": "£", "EUR": "€", "USD": "$"}
SHORT: tuple[tuple[int, str], ...] = ((1_000_000_000, "bn"), (1_000_000, "m"), (1_000, "k"))


def figure_text(figure: Figure, indicator: Indicator) -> str:
    """All the answers of a figure, a currency a line."""
    return "\n".join(answer_text(answer, indicator) for answer in figure.answers)


def answer_text(answer: Answer, indicator: Indicator) -> str:
    """For example `£420k` over `£150k to £1.2m` over `14 of 16`; a state that is no value is said in words."""
    if answer.value is None:
        return f"{answer.state}\n{answer.n:,} of {answer.of:,}"
    value = number_text(answer.value, indicator, answer.currency)
    if answer.low is None or answer.high is None:
        return value
    low, high = (number_text(end, indicator, answer.currency) for end in (answer.low, answer.high))
    return f"{value}\n{low} to {high}\n{answer.n:,} of {answer.of:,}"


def number_text(value: Decimal | float, indicator: Indicator, currency: str | None) -> str:
    """One number in its unit, short enough for a table: three digits of a sum of money, whole percent of a share."""
    if indicator.unit == "money":
        return money_text(Decimal(value), currency)
    if indicator.unit == "share":
        return f"{value:.0%}"
    text = f"{value:,.0f}" if abs(float(value)) >= 100 else f"{value:,.1f}"
    return text.removesuffix(".0")


def money_text(amount: Decimal, currency: str | None) -> str:
    """An amount in words short enough for a table, such as £1.2m; its exact value is in the JSON."""
    symbol = SYMBOLS.get(currency or "", f"{currency} " if currency else "")
    for size, letter in SHORT:
        if (scaled := abs(float(amount)) / size) >= 1:
            sign = "-" if amount < 0 else ""
            return f"{sign}{symbol}{scaled:.1f}{letter}" if scaled < 10 else f"{sign}{symbol}{scaled:.0f}{letter}"
    return f"{symbol}{amount:,.2f}" if amount != amount.to_integral() else f"{symbol}{amount:,.0f}"
