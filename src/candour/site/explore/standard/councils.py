"""Where councils stand by a standard that published figures of them measure."""

from collections.abc import Iterator

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from candour.minimum_standards.classification import PlaceStanding
from candour.operations.standards.kept import StandardKept
from candour.operations.standards.variation import MeasureVariation
from candour.site.charts.dots import Dot, Dots
from candour.site.charts.unit import PERCENT, Unit
from candour.site.components.chart.chart import Chart
from candour.site.components.link import Link
from candour.site.components.table.table import Column, Table
from candour.site.pages.asked import Asked
from candour.site.pages.floors import asks, nation_in_words, plain
from candour.site.pages.reading import Reading, address_of

_LIMITS = 100
"""Limits are shares, and figures of councils per cents."""


def charts(answer: StandardKept, reading: Reading[Asked]) -> Iterator[Chart]:
    """One for each nation with figures."""
    for nation, found in zip(answer.standard.nations, answer.councils, strict=False):
        if any(one.value is not None for one in found.standings):
            yield _chart(nation, found, reading)


def _below(number: int) -> str:
    return ngettext(
        "%(below)s of %(places)s councils is below the standard (%(asks)s).",
        "%(below)s of %(places)s councils are below the standard (%(asks)s).",
        number,
    )


def _unlike(number: int) -> str:
    return ngettext(
        "%(unlike)s keeps it and is yet unlike the others by more than chance explains.",
        "%(unlike)s keep it and are yet unlike the others by more than chance explains.",
        number,
    )


def _chart(nation: str, found: MeasureVariation, reading: Reading[Asked]) -> Chart:
    id = f"councils-{nation.replace(' ', '-')}"
    said = {"title": found.title, "nation": nation_in_words(nation), "day": _day(found)}
    below = sum(one.standing == "below the floor" for one in found.standings)
    unlike = sum(one.standing == "unexplained variation" for one in found.standings)
    unit = found.asks.unit if found.asks else ""
    counted = {"below": below, "unlike": unlike, "places": found.variation.places, "asks": _asked(found)}
    return Chart(
        id=id,
        title=_("%(title)s: the councils of %(nation)s, year to %(day)s") % said,
        description=f"{_below(below) % counted} {_unlike(unlike) % counted}",
        table=Table(
            id=id,
            caption=_("Councils of %(nation)s") % said,
            columns=(
                Column("council", _("Council")),
                Column("value", _("Figure"), numeric=True),
                Column("stands", _("How it stands")),
                Column("low", _("Others like it, from"), numeric=True),
                Column("high", _("Others like it, to"), numeric=True),
            ),
            rows=tuple(_rows(found)),
            address=reading.table(id),
        ),
        draw=Dots(
            rows=tuple(_dots(found)),
            unit=PERCENT if unit == "percent" else Unit(after=f" {unit}"),
            measured=found.title,
            outer=_("where 99.8% of councils of its size would be"),
            everybody=found.asks.value if found.asks else None,
            everybody_is=_("the standard"),
        ),
        address=reading.chart(id),
        caveats=(_("These figures cannot be used on their own to judge how good a council is."),),
    )


def _day(found: MeasureVariation) -> str:
    return date_format(found.period_end, "j F Y") if found.period_end else ""


def _asked(found: MeasureVariation) -> str:
    return asks(found.asks) if found.asks else ""


def _ordered(found: MeasureVariation) -> list[PlaceStanding]:
    """Those of whom there is something to ask come first, and those without a figure last; then by name."""
    order = ("below the floor", "unexplained variation", "within permitted variation", "no data")
    return sorted(found.standings, key=lambda one: (order.index(one.standing), found.names.get(one.place, one.place)))


def _rows(found: MeasureVariation) -> Iterator[tuple[object, ...]]:
    stands = {
        "below the floor": _("below it"),
        "within permitted variation": _("keeps it"),
        "unexplained variation": _("keeps it, and is unlike the others: ask why"),
        "no data": _("nothing was published"),
    }
    for one in _ordered(found):
        name = found.names.get(one.place, one.place)
        yield (
            Link(name, address_of("council", name)),
            None if one.value is None else plain(one.value),
            stands[one.standing],
            None if one.low is None else round(one.low * _LIMITS, 1),
            None if one.high is None else round(one.high * _LIMITS, 1),
        )


def _dots(found: MeasureVariation) -> Iterator[Dot]:
    for one in _ordered(found):
        limits = None if one.low is None or one.high is None else (one.low * _LIMITS, one.high * _LIMITS)
        yield Dot(
            name=found.names.get(one.place, one.place),
            value=one.value,
            outer=limits if one.value is not None else None,
            absent="" if one.value is not None else _("not reported"),
        )
