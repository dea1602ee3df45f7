"""All figures of one publication, protected together: every metric and breakdown, and what was published before."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Final, TypeAlias

import msgspec
from msgspec.structs import replace

from candour.care.figures.asked import Asked, Given
from candour.care.figures.earlier import Before, again
from candour.care.figures.hidden_groups import hidden_groups
from candour.care.figures.hidden_values import HiddenValues, hidden_values
from candour.care.figures.response import response_rate
from candour.care.figures.shown import Shown, shown, without_group
from candour.care.figures.stratum import Layout, Stratum, kinds_of, layout_of, strata_of
from candour.care.period import Period
from candour.statistics.disclosure.counts import rounded
from candour.statistics.disclosure.table import Cell

_Hidden: TypeAlias = tuple[frozenset[Cell], HiddenValues]


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
    hidden = _hidden(layout, strata, _hidden_before(layout, question, before))
    asked_of = None if question.invited is None else rounded(question.invited)
    found: dict[str, tuple[Shown, ...]] = {}
    for asked in question.metrics:
        mine = [stratum for stratum in strata if stratum.asked is asked]
        figures = [figure for stratum in mine for figure in _figures(layout, stratum, *hidden[id(stratum)], asked_of)]
        found[asked.id] = _after(question, asked, figures, before, all(stratum.counts_people for stratum in mine))
    if question.invited is not None and question.response is not None:
        rate = response_rate(question.response, question.invited, *_answered(strata))
        found[question.response.id] = _after(question, question.response, [rate], before, True)
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


def _hidden_before(layout: Layout, question: Question, before: Before) -> frozenset[Cell]:
    """The groups that were not shown of these people before, whatever the metric was."""
    earlier = before.of_the_same_people(question.population, question.period)
    groups = [figure.group for figure in earlier if figure.state == "suppressed" and figure.respondents is None]
    cells = {tuple(group.get(name) for name in question.dimensions) for group in groups}
    return frozenset(cells & layout.published.counts.keys())


def _hidden(layout: Layout, strata: Sequence[Stratum], already: Collection[Cell]) -> dict[int, _Hidden]:
    """For each stratum the groups and the values that are hidden."""
    found: dict[int, _Hidden] = {}
    for by_proxy in (False, True):
        mine = [stratum for stratum in strata if stratum.by_proxy is by_proxy]
        groups = hidden_groups(layout, mine, already)
        values = {id(each): hidden_values(layout, each, groups) for each in mine}
        for stratum in mine:
            linked = [other for other in mine if other is not stratum and _share_a_column(stratum, other)]
            if not linked:
                found[id(stratum)] = groups, values[id(stratum)]
                continue
            either = groups.union(*(values[id(each)].hidden for each in (stratum, *linked)))
            found[id(stratum)] = either, HiddenValues(either, {})
    return found


def _share_a_column(one: Stratum, other: Stratum) -> bool:
    return not one.asked.columns.isdisjoint(other.asked.columns)


def _figures(
    layout: Layout, stratum: Stratum, groups: Collection[Cell], values: HiddenValues, invited: int | None
) -> Iterable[Shown]:
    for cell in sorted(layout.published.counts, key=_order):
        names = {
            name: category
            for name, category in zip(layout.published.dimensions, cell, strict=True)
            if category is not None
        }
        figure = shown(stratum, stratum.groups[cell], names, cell in values.hidden, values.bounds.get(cell))
        yield without_group(figure) if cell in groups else figure if any(cell) else replace(figure, invited=invited)


def _order(cell: Cell) -> tuple[tuple[bool, ...], tuple[str, ...]]:
    return tuple(category is not None for category in cell), tuple(category or "" for category in cell)


def _after(
    question: Question, asked: Asked, figures: list[Shown], before: Before, count_people: bool
) -> tuple[Shown, ...]:
    breakdowns = {frozenset(figure.group) for figure in figures}
    earlier = before.same(asked.id, asked.version, breakdowns, question.population, question.period)
    return again(earlier, figures, count_people) if earlier else tuple(figures)


def _answered(strata: Iterable[Stratum]) -> tuple[int, int]:
    """How many people answered anything themselves, and for how many others somebody else did."""
    themselves, for_them = (
        frozenset[str]().union(*(each.persons for each in strata if each.by_proxy is by_proxy))
        for by_proxy in (False, True)
    )
    return len(themselves), len(for_them - themselves)
