"""The answer to a comparison by an indicator, as the page shows it."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from candour.compare.answer import Answer, Comparison, Group
from candour.compare.figure_text import number_text
from candour.compare.said import Said
from candour.indicators.definition import Indicator, indicators
from candour.operations.comparing.compared import Compared
from candour.site.charts.dots import Dot, Dots
from candour.site.charts.unit import SHARE, Unit, pounds
from candour.site.components.chart.chart import Chart
from candour.site.components.state_tag.state_tag import StateTag
from candour.site.components.table.table import Column, Table
from candour.site.explore.compare.answered import Answered
from candour.site.explore.compare.asked import CompareAsked
from candour.site.explore.compare.filters import filters
from candour.site.explore.compare.units import unit_link
from candour.site.pages.reading import Reading


def answered(found: Compared, comparison: Comparison, said: Said, reading: Reading[CompareAsked]) -> Answered:
    """Sentences, a picture and the table."""
    indicator = indicators()[comparison.everybody.figures[0].indicator]
    figures = _figures(comparison, indicator, reading)
    dots = _dots(comparison, indicator, figures, reading)
    return Answered(
        said=said,
        beside=indicator.caveats,
        first=dots,
        charts=(),
        figures=figures,
        filters=filters(found, reading),
        tables=(figures,),
        chosen=_("There are %(all)s in all of whom notices are published.")
        % {"all": f"{comparison.groups_in_all:,}"},
        alike=tuple(
            (_("chosen by %(name)s") % {"name": name}, value) for name, value in comparison.selection.items()
        ),
    )


def _dots(comparison: Comparison, indicator: Indicator, table: Table, reading: Reading[CompareAsked]) -> Chart | None:
    currency = _most_used(comparison.everybody)
    rows = tuple(_dot(group, currency) for group in comparison.groups)
    if sum(row.value is not None for row in rows) < 2:
        return None
    everybody = _in(comparison.everybody, currency)
    inner = {"share": _("95% interval"), "median": _("half of them lie between")}.get(indicator.summary, "")
    return Chart(
        id="figures",
        title=indicator.title,
        description="; ".join(
            f"{row.name}: {row.absent or number_text(row.value or 0, indicator, currency)}" for row in rows
        )
        + ".",
        table=table,
        draw=Dots(
            rows=rows,
            unit=_chart_unit(indicator, currency),
            measured=_axis(indicator),
            inner=inner,
            everybody=everybody.value if everybody and indicator.summary != "count" else None,
            everybody_is=_("everybody"),
        ),
        address=reading.chart("figures"),
    )


def _axis(indicator: Indicator) -> str:
    middle = _("the middle one") if indicator.summary == "median" else ""
    unit = indicator.unit if indicator.unit in ("months", "days", "bids") else ""
    more = ", ".join(filter(None, (middle, unit)))
    return f"{indicator.title} ({more})" if more else indicator.title


def _chart_unit(indicator: Indicator, currency: str | None) -> Unit:
    if indicator.unit == "share":
        return SHARE
    if indicator.unit == "money":
        return pounds(decimals=0) if currency == "GBP" else Unit(before=f"{currency or ''} ", decimals=0)
    return Unit(decimals=1)


def _dot(group: Group, currency: str | None) -> Dot:
    answer = _in(group, currency)
    if answer is None or answer.value is None:
        state = answer.state if answer else "not reported"
        return Dot(name=group.name, value=None, absent=StateTag(state).plain)
    inner = (answer.low, answer.high) if answer.low is not None and answer.high is not None else None
    return Dot(name=group.name, value=answer.value, inner=inner)


def _most_used(group: Group) -> str | None:
    """The currency in which most is known: amounts of two are never put on one axis."""
    return group.figures[0].answers[0].currency


def _in(group: Group, currency: str | None) -> Answer | None:
    answers = group.figures[0].answers
    fitting = (one for one in answers if one.value is None or one.currency == currency)
    return next(fitting, None)


def _figures(comparison: Comparison, indicator: Indicator, reading: Reading[CompareAsked]) -> Table:
    between = _("95% interval") if indicator.summary == "share" else _("half of them lie between")
    every = (*comparison.groups, comparison.everybody)
    return Table(
        id="figures",
        caption=_("Every figure"),
        columns=(
            Column("key", _("Key"), in_file_only=True),
            Column("name", _("Name")),
            Column("figure", _("Figure"), numeric=True),
            Column("between", between, numeric=True),
            Column("rests_on", _("Known of")),
            Column("awards", _("Awards seen"), numeric=True),
            Column("rating", _("Rating of its places of care")),
            Column("value", _("Value"), in_file_only=True, numeric=True),
            Column("low", _("Lower end"), in_file_only=True, numeric=True),
            Column("high", _("Upper end"), in_file_only=True, numeric=True),
            Column("currency", _("Currency"), in_file_only=True),
            Column("state", _("State"), in_file_only=True),
            Column("because", _("Because"), in_file_only=True),
        ),
        rows=tuple(
            tuple(_row(group, answer, indicator, comparison.kind))
            for group in every
            for answer in group.figures[0].answers
        ),
        address=reading.table("figures"),
    )


def _row(group: Group, answer: Answer, indicator: Indicator, kind: str) -> Iterator[object]:
    yield group.key
    yield unit_link(kind, group.key, group.name) if group.key else group.name
    if answer.value is None:
        yield f"{answer.state}: {answer.because}" if answer.because else answer.state
    else:
        yield number_text(answer.value, indicator, answer.currency)
    ends = [number_text(end, indicator, answer.currency) for end in (answer.low, answer.high) if end is not None]
    yield _("%(low)s to %(high)s") % {"low": ends[0], "high": ends[1]} if len(ends) == 2 else None
    yield _("%(known)s of %(all)s") % {"known": f"{answer.n:,}", "all": f"{answer.of:,}"}
    yield group.awards
    yield group.registered.rating if group.registered else None
    yield from (answer.value, answer.low, answer.high, answer.currency, answer.state, answer.because or None)
