"""The answer to a comparison of measured figures, as the page shows it."""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from candour.compare.measured.answer import MeasuredComparison, Unit
from candour.compare.measured.words import PLACES, counts, interval, number
from candour.compare.said import Said
from candour.operations.comparing.compared import Compared
from candour.site.components.table.table import Column, Table
from candour.site.explore.compare.answered import Answered
from candour.site.explore.compare.asked import CompareAsked
from candour.site.explore.compare.dots_chart import dots as dots_chart
from candour.site.explore.compare.filters import filters
from candour.site.explore.compare.funnel_chart import funnel
from candour.site.explore.compare.over_time import series, time_note
from candour.site.explore.compare.tiles_chart import tiles
from candour.site.explore.compare.units import unit_link
from candour.site.pages.reading import Reading


def answered(found: Compared, comparison: MeasuredComparison, said: Said, reading: Reading[CompareAsked]) -> Answered:
    """Sentences, pictures and tables."""
    figures, aside = _figures(comparison, reading), _aside(comparison, reading)
    dots = dots_chart(comparison, figures, reading)
    others = (funnel(comparison, reading), tiles(comparison, reading))
    return Answered(
        said=said,
        beside=(comparison.case_mix, *comparison.caveats),
        first=dots,
        charts=(*filter(None, others), *series(comparison, reading)),
        time=time_note(comparison) if comparison.units else "",
        figures=figures,
        apart=aside if aside.rows else None,
        alike=tuple(comparison.alike_in.items()),
        filters=filters(found, reading),
        tables=(figures, *((aside,) if aside.rows else ())),
        chosen=_chosen(comparison),
    )


def _chosen(comparison: MeasuredComparison) -> str:
    number = comparison.reporting
    said = ngettext(
        "%(number)s can be compared or says why not.", "%(number)s can be compared or say why not.", number
    ) % {"number": f"{number:,}"}
    if comparison.in_all is None:
        return said
    return _("%(said)s There are %(all)s in all.") % {"said": said, "all": f"{comparison.in_all:,}"}


def _figures(comparison: MeasuredComparison, reading: Reading[CompareAsked]) -> Table:
    return Table(
        id="figures",
        caption=_("Every figure"),
        columns=(
            Column("key", _("Key"), in_file_only=True),
            Column("name", _("Name")),
            Column("figure", _("Figure"), numeric=True),
            Column("likely", _("Likely between"), _("95% interval"), numeric=True),
            Column("rests_on", _("Counted"), _("how many, out of how many")),
            Column("place", _("Among all"), _("where it lies in the funnel, for its size")),
            Column("ranks", _("Could be in place"), _("ranks that it could hold among those shown")),
            Column("usual", _("What is usual there"), _("an estimate, drawn towards all by as much as it is small")),
            Column("period", _("Of the time")),
            Column("said_by", _("Who says so")),
            Column("verified", _("Checked by somebody named?")),
            Column("value", _("Value"), in_file_only=True, numeric=True),
            Column("low", _("Lower limit"), in_file_only=True, numeric=True),
            Column("high", _("Upper limit"), in_file_only=True, numeric=True),
            Column("numerator", _("Numerator"), in_file_only=True, numeric=True),
            Column("denominator", _("Denominator"), in_file_only=True, numeric=True),
            Column("state", _("State"), in_file_only=True),
            Column("because", _("Because"), in_file_only=True),
            Column("notes", _("Notes"), in_file_only=True),
        ),
        rows=tuple(tuple(_row(unit, comparison)) for unit in comparison.units),
        address=reading.table("figures"),
    )


def _row(unit: Unit, comparison: MeasuredComparison) -> Iterator[object]:
    figure, of = unit.figure, comparison.unit
    yield unit.key
    yield unit_link(comparison.kind, unit.key, unit.name)
    yield number(figure.value, of) if figure.value is not None else f"{figure.state}: {figure.because}"
    yield interval(figure, of) or (_("not worked out") if figure.value is not None else None)
    yield counts(figure) or None
    yield PLACES[unit.funnel.position] if unit.funnel else _("not worked out")
    yield _ranks(unit)
    yield number(unit.expected.value, of) if unit.expected else _("not worked out")
    yield f"{unit.period[0]} – {unit.period[1]}" if unit.period else None
    yield ", ".join(unit.publishers) or None
    yield _verified(unit)
    yield from (figure.value, figure.low, figure.high, figure.numerator, figure.denominator)
    yield from (figure.state, figure.because or None, "; ".join(unit.notes) or None)


def _ranks(unit: Unit) -> str:
    ranks = unit.ranks
    if ranks is None:
        return _("not worked out")
    if ranks.best == ranks.worst:
        return _("%(place)s of %(of)s") % {"place": ranks.best, "of": ranks.of}
    return _("%(best)s to %(worst)s of %(of)s") % {"best": ranks.best, "worst": ranks.worst, "of": ranks.of}


def _verified(unit: Unit) -> str | None:
    if unit.verified is None or not unit.figures:
        return None
    if not unit.verified:
        return _("no: they say it themselves")
    return _("%(checked)s of %(all)s figures") % {"checked": unit.verified, "all": unit.figures}


def _aside(comparison: MeasuredComparison, reading: Reading[CompareAsked]) -> Table:
    return Table(
        id="not-compared",
        caption=_("Who is not compared, and why"),
        columns=(
            Column("name", _("Name")),
            Column("figures", _("Figures"), numeric=True),
            Column("because", _("Why not")),
            Column("comparable_with", _("What would let us compare")),
        ),
        rows=tuple(
            (unit_link(comparison.kind, one.key, one.name), one.figures, one.because, one.comparable_with)
            for one in comparison.set_aside
        ),
        address=reading.table("not-compared"),
        shown=20,
    )
