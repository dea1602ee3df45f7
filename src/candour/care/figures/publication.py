"""All figures of one publication, protected together: every metric and breakdown, and what was published before."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from typing import Final

import msgspec
from msgspec.structs import replace

from candour.care.figures.asked import Asked, Given
from candour.care.figures.earlier import Before, again
from candour.care.figures.hidden import Hidden, hidden_of
from candour.care.figures.response import response_rate
from candour.care.figures.shown import Shown, shown, without_group
from candour.care.figures.stratum import Layout, Stratum, kinds_of, layout_of, strata_of
from candour.care.period import Period
from candour.statistics.disclosure.counts import rounded
from candour.statistics.disclosure.table import Cell


class Question(msgspec.Struct, frozen=True, kw_only=True):
    """What is to be published of which people.

    `dimensions` are what the rows' `kind` says, in their order, and `breakdowns` which of them are crossed. `invited`
    is how many people were asked, and `response` then the metric that says how many of them answered.
    """

    metrics: tuple[Asked, ...]
    population: str
    period: Period
    dimensions: tuple[str, ...] = ()
    breakdowns: tuple[tuple[str, ...], ...] = ()
    invited: int | None = None
    response: Asked | None = None


class Publication(msgspec.Struct, frozen=True, kw_only=True):
    """What may be published: the figures of each metric, or why there are none."""

    question: Question
    figures: Mapping[str, tuple[Shown, ...]]
    held_back: Mapping[str, str]


NOTHING_BEFORE: Final = Before()


def publish(question: Question, rows: Sequence[Given], before: Before = NOTHING_BEFORE) -> Publication:
    """The figures of these rows as they may be published after those of before.

    Raises FiguresError where the question cannot be answered, RowError where a row holds what its field cannot.
    """
    kinds = kinds_of(rows)
    layout = layout_of(question.dimensions, question.breakdowns, Counter(kinds.values()))
    strata = [stratum for asked in question.metrics for stratum in strata_of(asked, rows, kinds, layout)]
    earlier = before.of_the_same_people(question.population, question.period)
    invited = None if question.invited is None else rounded(question.invited)
    figures = [
        tuple(_figures(layout, stratum, hidden, invited))
        for stratum, hidden in zip(strata, hidden_of(layout, strata, earlier), strict=True)
    ]
    found: dict[str, tuple[Shown, ...]] = {}
    for asked in question.metrics:
        mine = [at for at, stratum in enumerate(strata) if stratum.asked is asked]
        count_people = all(strata[at].counts_people for at in mine)
        found[asked.id] = _after(question, asked, tuple(chain(*(figures[at] for at in mine))), before, count_people)
    if question.invited is not None and question.response is not None:
        rate = response_rate(question.response, question.invited, *_answered(strata))
        found[question.response.id] = _after(question, question.response, (rate,), before, True)
    held_back = {
        metric: why
        for metric in found
        if (why := before.stands_against(metric, question.population, question.period))
    }
    return Publication(
        question=question,
        figures={metric: figures for metric, figures in found.items() if metric not in held_back},
        held_back=held_back,
    )


def _figures(layout: Layout, stratum: Stratum, hidden: Hidden, invited: int | None) -> Iterable[Shown]:
    """The figures of each group; with those of everybody, how many were invited."""
    for cell in sorted(layout.published.counts, key=_order):
        names = {name: said for name, said in zip(layout.published.dimensions, cell, strict=True) if said is not None}
        figure = shown(
            stratum, stratum.groups[cell], names, cell in hidden.values.hidden, hidden.values.bounds.get(cell)
        )
        if cell in hidden.groups:
            figure = without_group(figure)
        elif cell == layout.everybody:
            figure = replace(figure, invited=invited)
        yield figure


def _order(cell: Cell) -> tuple[tuple[bool, ...], tuple[str, ...]]:
    return tuple(category is not None for category in cell), tuple(category or "" for category in cell)


def _after(
    question: Question, asked: Asked, figures: tuple[Shown, ...], before: Before, count_people: bool
) -> tuple[Shown, ...]:
    breakdowns = {frozenset(figure.group) for figure in figures}
    earlier = before.same(asked.id, asked.version, breakdowns, question.population, question.period)
    return again(earlier, figures, count_people) if earlier else figures


def _answered(strata: Iterable[Stratum]) -> tuple[int, int]:
    """How many people answered anything themselves, and for how many others somebody else did."""
    themselves, for_them = (
        frozenset[str]().union(*(each.persons for each in strata if each.by_proxy is by_proxy))
        for by_proxy in (False, True)
    )
    return len(themselves), len(for_them - themselves)
