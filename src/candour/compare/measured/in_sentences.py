"""A comparison of measured figures in sentences that a family understands and a statistician accepts."""

from collections.abc import Iterator, Sequence

from candour.compare.measured.answer import MeasuredComparison, Unit
from candour.compare.measured.two_in_sentences import left_out, of_two, worth_saying
from candour.compare.measured.words import PLACES, listed, number
from candour.compare.said import Said

FEW = 3
"""As many names stand in a sentence."""


def said(comparison: MeasuredComparison) -> Said:
    """What the comparison comes to."""
    valued = [unit for unit in comparison.units if unit.figure.value is not None]
    if len(comparison.units) == 1 and valued:
        return _alone(comparison, valued[0])
    if len(valued) < 2:
        return _not_compared(comparison, valued)
    if len(valued) == 2:
        return of_two(comparison, valued[0], valued[1])
    return _of_several(comparison, valued)


def _alone(comparison: MeasuredComparison, unit: Unit) -> Said:
    value = number(unit.figure.value or 0, comparison.unit)
    answer = f"{unit.name} has {value} on “{comparison.title}”. There is nobody beside it here."
    return Said(
        outcome="alone", answer=answer, why=tuple(_among_all(comparison, unit)), change=worth_saying(comparison)
    )


def _among_all(comparison: MeasuredComparison, unit: Unit) -> Iterator[str]:
    field = comparison.field
    if unit.funnel and field.centre is not None:
        where = PLACES[unit.funnel.position]
        yield (
            f"That is {where}, for one of its size: the {field.units:,} that can be compared are at "
            f"{number(field.centre, comparison.unit)} together."
        )
    elif field.no_funnel:
        yield f"We cannot say whether that is usual: {field.no_funnel}."


def _not_compared(comparison: MeasuredComparison, valued: Sequence[Unit]) -> Said:
    without = [unit for unit in comparison.units if unit.figure.value is None]
    title = f"“{comparison.title}”"
    why = tuple(f"{unit.name}: {unit.figure.because}." for unit in without)
    aside = {one.key: one for one in comparison.set_aside}
    apart = [aside[unit.key] for unit in without if unit.key in aside]
    change = tuple(f"{one.name} can be compared when there are {one.comparable_with}." for one in apart)
    if apart and valued:
        names = listed([valued[0].name, *(one.name for one in apart)])
        return Said(
            outcome="not comparable",
            answer=f"We do not put {names} side by side on {title}: their figures are not like for like.",
            why=why,
            change=change,
        )
    if not comparison.units:
        return Said(outcome="not known", answer=f"Nobody who was chosen has published a figure of {title}.")
    reporting = f"Only {valued[0].name} has" if valued else "None of those chosen has"
    silent = listed([unit.name for unit in without], "or")
    return Said(
        outcome="not known",
        answer=f"{reporting} a figure of {title} that can be shown, so there is nothing to compare.",
        why=(*why, "Nothing is assumed of those who have no figure: they may do well or badly."),
        change=change or (f"A published figure of {silent} would let us compare.",),
    )


def _of_several(comparison: MeasuredComparison, valued: Sequence[Unit]) -> Said:
    names = {unit.key: unit.name for unit in comparison.units}
    title, groups = f"“{comparison.title}”", comparison.groups
    end = "highest" if comparison.better == "neither" else "best"
    without = tuple(left_out(comparison))
    if not groups:
        because = valued[0].figure.no_interval
        answer = f"We cannot put these {len(valued)} in an order on {title}: {because}."
        return Said(outcome="not known", answer=answer, why=without)
    if len(groups) == 1:
        answer = f"We cannot tell these {len(groups[0])} apart on {title}: any of them could be the {end}."
        return Said(outcome="not told apart", answer=answer, why=without, change=worth_saying(comparison))
    first = [names[key] for key in groups[0]]
    if len(first) == 1:
        answer = f"{first[0]} is probably the {end} of these {len(valued)} on {title}."
    elif len(first) <= FEW:
        answer = (
            f"The {end} of these {len(valued)} on {title} is probably {listed(first, 'or')}: we cannot tell which."
        )
    else:
        answer = f"The {end} of these {len(valued)} on {title} could be any of {len(first)}: {listed(first, 'or')}."
    why = (
        "Each could hold several places, and where two could hold the same place, no order is given.",
        *(f"No order among {listed([names[key] for key in group])}." for group in groups if len(group) > 1),
        *without,
    )
    return Said(outcome="in groups", answer=answer, why=why, change=worth_saying(comparison))
