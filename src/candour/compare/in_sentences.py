"""A comparison by one indicator in sentences that a family understands and a statistician accepts."""

from collections.abc import Sequence

from candour.compare.answer import Answer, Comparison, Group
from candour.compare.figure_text import number_text
from candour.compare.measured.told_apart import sure
from candour.compare.measured.two_in_sentences import CHANCE
from candour.compare.measured.words import listed
from candour.compare.said import Outcome, Said
from candour.indicators.definition import Indicator
from candour.statistics.combined import difference
from candour.statistics.ranks import Estimate


def said(comparison: Comparison, indicator: Indicator) -> Said:
    """What the comparison comes to, by the first of its indicators.

    Only shares have an interval, so only they can be told apart; of medians and counts it is said what was published.
    """
    known = [(group, answer) for group in comparison.groups if (answer := _single(group)) is not None]
    without = [group for group in comparison.groups if _single(group) is None]
    left_out = tuple(f"{group.name} is left out: {_why(group)}." for group in without)
    title = f"“{indicator.title}”"
    if len(known) < 2:
        have = f"Only {known[0][0].name} has" if known else "None of those chosen has"
        nothing = f"{have} a figure of {title}, so there is nothing to compare."
        rest = (_published(known, indicator),) if known else ()
        outcome: Outcome = "alone" if known and not without else "not known"
        return Said(outcome=outcome, answer=nothing, why=(*rest, *left_out))
    if indicator.summary == "share" and len(known) == 2:
        return _of_two_shares(indicator, known, left_out)
    return _as_published(indicator, known, left_out)


Known = Sequence[tuple[Group, Answer]]


def _of_two_shares(indicator: Indicator, known: Known, left_out: tuple[str, ...]) -> Said:
    (one, first), (other, second) = known
    found = difference(_estimate(first), _estimate(second))
    how_sure, title = sure(found), f"“{indicator.title}”"
    if how_sure == "cannot be told apart":
        least, most = abs(found.low), abs(found.high)
        return Said(
            outcome="not told apart",
            answer=f"We cannot tell {one.name} and {other.name} apart on {title}.",
            why=(
                _published(known, indicator),
                f"The real gap could go either way: from {100 * least:.0f} points less to {100 * most:.0f} points "
                f"more at {one.name} than at {other.name} (95% interval).",
                *left_out,
            ),
        )
    higher, lower = (one, other) if found.value > 0 else (other, one)
    ends = sorted((abs(found.low), abs(found.high)))
    return Said(
        outcome="told apart",
        answer=f"{higher.name} {how_sure} has a higher share than {lower.name} on {title}. {_direction(indicator)}",
        why=(
            _published(known, indicator),
            f"The gap may be as small as {100 * ends[0]:.0f} points or as large as {100 * ends[1]:.0f} "
            "(95% interval).",
            CHANCE[how_sure],
            *left_out,
        ),
    )


def _as_published(indicator: Indicator, known: Known, left_out: tuple[str, ...]) -> Said:
    title = f"“{indicator.title}”"
    if indicator.summary == "share":
        why_not = "with more than two, compare the bars: where they overlap, chance may be all there is"
    elif indicator.summary == "median":
        why_not = "how far the middle value would move by chance is not worked out"
    else:
        why_not = "a number of notices says as much about who publishes as about who buys"
    return Said(
        outcome="not known",
        answer=f"We do not say which of these {len(known)} is better on {title}: {why_not}.",
        why=(_published(known, indicator), _direction(indicator), *left_out),
    )


def _published(known: Known, indicator: Indicator) -> str:
    middle = "the middle one is " if indicator.summary == "median" else ""
    parts = [
        f"at {group.name} {middle}{number_text(answer.value or 0, indicator, answer.currency)} ({_of(answer)})"
        for group, answer in known
    ]
    return f"As published: {listed(parts)}."


def _of(answer: Answer) -> str:
    return f"known of {answer.n:,} of {answer.of:,}"


def _direction(indicator: Indicator) -> str:
    if indicator.direction == "neither":
        return "Neither more nor less is better."
    return f"{'More' if indicator.direction == 'higher' else 'Less'} is thought better, but it is a question to ask."


def _single(group: Group) -> Answer | None:
    """The group's value; of several currencies the one that most is known in."""
    answers = group.figures[0].answers if group.figures else ()
    return next((answer for answer in answers if answer.value is not None), None)


def _why(group: Group) -> str:
    answers = group.figures[0].answers if group.figures else ()
    return answers[0].because if answers and answers[0].because else "it is not reported"


def _estimate(answer: Answer) -> Estimate:
    return Estimate(float(answer.value or 0), float(answer.low or 0), float(answer.high or 0))
