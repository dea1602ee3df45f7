"""One measure of a council through the years, beside its region and its nation."""

from collections.abc import Iterator, Sequence
from typing import Any

from django.utils.translation import gettext as _

from candour.care.council_outcome import CouncilOutcome
from candour.care.outcome_series import Point, Series
from candour.operations.council_in_full.answer import CouncilInFull
from candour.site.charts.series import Course, Moment
from candour.site.charts.series import Series as Lines
from candour.site.charts.unit import PERCENT, Unit, pounds
from candour.site.components.button.button import Button
from candour.site.components.chart.chart import Chart
from candour.site.components.choice import Choice
from candour.site.components.form.form import Form
from candour.site.components.select.select import Select
from candour.site.components.table.table import Column, Table
from candour.site.explore.council.outcomes import asked, range_in_words
from candour.site.explore.council.values import AFTER, likely, outcome_in_words
from candour.site.pages.reading import Reading, address_of
from candour.sources.council_measures import council_measures

_POINTS = 2
"""Fewer years make no line."""


def drawn(answer: CouncilInFull) -> tuple[Series, ...]:
    """The measures that can be drawn: of everybody, with figures of several years."""
    return tuple(
        one
        for one in answer.outcomes
        if not one.dimensions and sum(point.outcome.value is not None for point in one.points) >= _POINTS
    )


def chosen(answer: CouncilInFull, measure: str | None) -> Series | None:
    """The measure that is asked for, else the first that can be drawn."""
    series = drawn(answer)
    return next((one for one in series if one.measure == measure), series[0] if series else None)


def choosing(answer: CouncilInFull, reading: Reading[Any], measure: str) -> Form:
    """The form that asks for another measure."""
    titles = {one.measure: council_measures()[one.measure].question for one in drawn(answer)}
    return Form(
        action=f"{address_of('council', reading.key)}#years",
        label=_("Another question"),
        fields=(
            Select(
                name="measure",
                label=_("Show the years of"),
                choices=tuple(Choice(id, question) for id, question in titles.items()),
                value=measure,
            ),
        ),
        button=Button(_("Show it"), secondary=True),
    )


def years_chart(answer: CouncilInFull, one: Series, reading: Reading[Any]) -> Chart:
    """The years of one measure."""
    known = council_measures()[one.measure]
    last = next(point for point in reversed(one.points) if point.outcome.value is not None)
    return Chart(
        id="years",
        title=known.question,
        description=_("%(council)s: %(value)s in %(period)s. %(question)s By year, beside its region and nation.")
        % {
            "council": answer.name,
            "value": outcome_in_words(last.outcome),
            "period": last.period.label,
            "question": known.question,
        },
        table=_table(one, reading),
        draw=Lines(
            courses=tuple(_courses(answer, one)),
            unit=_unit(one.measure),
            measured=known.title,
            interval=_("likely range"),
        ),
        address=reading.chart("years"),
        caveats=one.caveats,
    )


def _courses(answer: CouncilInFull, one: Series) -> Iterator[Course]:
    yield Course(name=answer.name, moments=tuple(_moment(point) for point in one.points))
    region, nation = ([point.region for point in one.points], [point.nation for point in one.points])
    if answer.council and any(region):
        yield _beside(answer.council.region, one.points, region)
    if answer.council and any(nation):
        yield _beside(answer.council.nation, one.points, nation)


def _moment(point: Point) -> Moment:
    return Moment(
        when=point.period.end,
        value=point.outcome.value,
        interval=likely(point),
        alike=point.comparable is None or point.comparable.yes,
    )


def _beside(name: str, points: Sequence[Point], figures: Sequence[CouncilOutcome | None]) -> Course:
    return Course(
        name=name,
        moments=tuple(
            Moment(when=point.period.end, value=figure.value if figure else None)
            for point, figure in zip(points, figures, strict=True)
        ),
    )


def _unit(measure: str) -> Unit:
    known = council_measures()[measure]
    if known.unit == "percent":
        return PERCENT
    return pounds(AFTER[known.unit]) if known.currency == "GBP" else Unit(after=AFTER[known.unit])


def _table(one: Series, reading: Reading[Any]) -> Table:
    return Table(
        id="years",
        caption=asked(one),
        columns=(
            Column("period", _("Year")),
            Column("here", _("Here"), numeric=True),
            Column("likely", _("Likely range")),
            Column("region", _("Region"), numeric=True),
            Column("nation", _("Nation"), numeric=True),
        ),
        rows=tuple(
            (
                point.period.label,
                outcome_in_words(point.outcome),
                range_in_words(one.measure, point),
                outcome_in_words(point.region),
                outcome_in_words(point.nation),
            )
            for point in reversed(one.points)
        ),
        address=reading.table("years"),
    )
