"""Two units beside each other, in sentences."""

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from candour.compare.measured.answer import MeasuredComparison, Pair, Sure, Unit
from candour.compare.measured.words import counts, listed, number, period_of
from candour.compare.said import Said

FEW = 3
"""As few other answers make a conclusion fragile."""
CHANCE: dict[Sure, str] = {
    "probably": "Were the two really the same, a gap like this would come up by chance less than 1 time in 20.",
    "very probably": "Were the two really the same, a gap like this would come up by chance less than 1 time in 500.",
}


def of_two(comparison: MeasuredComparison, one: Unit, other: Unit) -> Said:
    """Two that both have a value: which is better and how sure that is, or why that cannot be said."""
    pair = comparison.pair
    values = [number(unit.figure.value or 0, comparison.unit) for unit in (one, other)]
    title = f"“{comparison.title}”"
    if pair is None:
        because = one.figure.no_interval or other.figure.no_interval
        answer = f"We cannot say whether {one.name} and {other.name} really differ on {title}: {because}."
        rest = f"As published, {one.name} has {values[0]} and {other.name} {values[1]}."
        return Said(outcome="not known", answer=answer, why=(rest, *left_out(comparison)))
    first, second = (one, other) if pair.one == one.key else (other, one)
    if not pair.told_apart:
        return Said(
            outcome="not told apart",
            answer=f"We cannot tell {one.name} and {other.name} apart on {title}: {values[0]} and {values[1]}.",
            why=(*_how_unsure(comparison, pair, first, second), *_rests_on(comparison, (one, other))),
            change=worth_saying(comparison),
        )
    return Said(
        outcome="told apart",
        answer=_better(comparison, pair, first, second),
        why=(*_how_sure(comparison, pair), *_rests_on(comparison, (one, other))),
        change=worth_saying(comparison),
    )


def _better(comparison: MeasuredComparison, pair: Pair, first: Unit, second: Unit) -> str:
    """For example "X is probably better than Y on “Missed visits”: 0.8% against 1.9%, and less is better."."""
    title, better = f"“{comparison.title}”", comparison.better
    ahead = (pair.difference > 0) != (better == "lower")
    one, other = (first, second) if ahead else (second, first)
    values = [number(unit.figure.value or 0, comparison.unit) for unit in (one, other)]
    if better == "neither":
        return (
            f"{one.name} {pair.sure} has a higher figure than {other.name} on {title}: {values[0]} against "
            f"{values[1]}. Neither more nor less is better."
        )
    less = "less" if better == "lower" else "more"
    return (
        f"{one.name} is {pair.sure} better than {other.name} on {title}: {values[0]} against {values[1]}, "
        f"and {less} is better."
    )


def _how_sure(comparison: MeasuredComparison, pair: Pair) -> Iterator[str]:
    gap = number(abs(pair.difference), comparison.unit, points=True)
    ends = sorted((abs(pair.low), abs(pair.high)))
    least, most = (number(end, comparison.unit, points=True) for end in ends)
    yield f"The gap is {gap}. It may be as small as {least} or as large as {most} (95% interval)."
    yield CHANCE[pair.sure]
    answers = [change.events for change in comparison.would_change if change.about == "answers" and change.events]
    if answers and answers[0] <= FEW:
        yield "But a few other answers would change this, so take it as a hint."


def _how_unsure(comparison: MeasuredComparison, pair: Pair, first: Unit, second: Unit) -> Iterator[str]:
    if _same(first, second):
        yield "Both have the same figures from the same files, as providers have who share a contract."
        return
    less, more = (number(abs(end), comparison.unit, points=True) for end in (pair.low, pair.high))
    yield (
        f"The real gap could go either way: from {less} less to {more} more at {first.name} than at {second.name} "
        "(95% interval)."
    )
    yield "That is not the same as being equal: there may be a difference that these figures are too few to show."


def _same(one: Unit, other: Unit) -> bool:
    shown = (one.figure.numerator, one.figure.denominator, one.period, one.sources)
    return bool(one.sources) and shown == (
        other.figure.numerator,
        other.figure.denominator,
        other.period,
        other.sources,
    )


def _rests_on(comparison: MeasuredComparison, units: Sequence[Unit]) -> Iterator[str]:
    parts = [f"{counted} at {unit.name}" for unit in units if (counted := counts(unit.figure))]
    period = period_of(comparison)
    if parts:
        yield f"It rests on {listed(parts)}{', ' if period else ''}{period}."
    yield from left_out(comparison)


def left_out(comparison: MeasuredComparison) -> Iterator[str]:
    """Who has no figure beside the others, and why."""
    for unit in comparison.units:
        if unit.figure.value is None:
            yield f"{unit.name} is left out: {unit.figure.because}."


def worth_saying(comparison: MeasuredComparison) -> tuple[str, ...]:
    """What would change the verdict on two, then on those that few events would move or the funnel's width.

    Of two it is said only where there are no more, so that everybody knows which two are meant.
    """
    of_two = sum(unit.figure.value is not None for unit in comparison.units) == 2
    of_both = [change for change in comparison.would_change if of_two and len(change.units) == 2]
    alone = [change for change in comparison.would_change if len(change.units) == 1]
    answers = sorted((change for change in alone if change.events), key=lambda change: change.events or 0)
    widths = [change for change in alone if change.about == "overdispersion"]
    of_one = [change for both in zip_longest(answers, widths) for change in both if change]
    return tuple(change.said for change in (*of_both, *of_one))
