"""What was promised beside what came of it: as a table and as a picture."""

from datetime import date
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from candour.care.days import span
from candour.operations.answers.words import figure, interval, promised, rests_on
from candour.operations.contract.observed import Observed
from candour.operations.contract.outcomes import Outcome
from candour.operations.contract.page import OneContract
from candour.site.charts.paired_bars import Pair, PairedBars
from candour.site.charts.unit import SHARE, Unit, pounds
from candour.site.components.chart.chart import Chart
from candour.site.components.link import Link
from candour.site.components.several import Several
from candour.site.components.state_tag.state_tag import StateTag
from candour.site.components.table.table import Column, Table
from candour.site.components.tag.tag import Tag
from candour.site.explore.contract.who_says import WhoSays
from candour.site.pages.reading import Reading, address_of


def promises_table(one: OneContract, who: WhoSays, reading: Reading[Any]) -> Table:
    """Each measure, what was never reported first."""
    return Table(
        id="promises",
        caption=_("What was promised, and what came of it"),
        caption_hidden=True,
        columns=(
            Column("measure", _("What is measured")),
            Column("promised", _("Promised")),
            Column("delivered", _("Last reported")),
            Column("kept", _("Was it kept?")),
            Column("rests_on", _("How sure, out of how many, and for which time")),
            Column("said_by", _("Who says so")),
            Column("because", _("Why it cannot be told, or how late it is"), in_file_only=True),
            Column("interval", _("95% interval of a share"), in_file_only=True),
            Column("start", _("From"), in_file_only=True),
            Column("end", _("Until"), in_file_only=True),
            Column("metric", _("Id of the measure"), in_file_only=True),
        ),
        rows=tuple(_row(outcome, who) for outcome in one.view.outcomes),
        address=reading.table("promises"),
    )


def _row(outcome: Outcome, who: WhoSays) -> tuple[object, ...]:
    latest, promise = outcome.latest, outcome.promise
    known = outcome.question is not None
    return (
        Link(outcome.title, address_of("metric", outcome.metric)) if known else outcome.title,
        promised(promise) if promise else _("nothing"),
        _in_words(latest),
        _verdict(outcome),
        _basis(latest),
        Several(who.links((promise.source if promise else None, latest.source if latest else None))),
        _because(outcome),
        interval(latest).strip("()") if latest else None,
        latest.start if latest else None,
        latest.end if latest else None,
        outcome.metric,
    )


def _basis(latest: Observed | None) -> str:
    """The interval of a share, out of how many it is, and its period, as far as they are known."""
    if latest is None:
        return "–"
    likely = interval(latest).strip("()")
    days = latest.start and latest.end and f"{_day(latest.start)} – {_day(latest.end)}"
    rests = rests_on(latest)
    parts = (
        _("likely %(range)s") % {"range": likely} if likely else "",
        _("out of %(what)s") % {"what": rests} if rests else "",
        days or span(latest.start, latest.end),
    )
    return "; ".join(part for part in parts if part) or "–"


def _day(day: date) -> str:
    return date_format(day, "j M Y")


def _in_words(latest: Observed | None) -> str | None:
    if latest is None or latest.state == "not reported":
        return None
    if latest.state == "value":
        return figure(latest)
    state = _("hidden to protect people") if latest.state == "suppressed" else _("cannot be worked out")
    return f"{state}: {latest.because}" if latest.because else state


def _verdict(outcome: Outcome) -> Tag:
    late = outcome.overdue.days if outcome.overdue else None
    if outcome.standing == "promised but never reported":
        text = _("never reported, %(days)s days late") % {"days": f"{late:,}"} if late else _("not reported yet")
        return Tag(text, "orange" if late else "grey")
    if outcome.standing == "reported without a promise" or outcome.kept is None:
        return Tag(_("nothing was promised"))
    if outcome.kept.verdict == "cannot be told":
        return Tag(_("cannot be told"), "yellow")
    unsure = outcome.kept.sure is False
    if outcome.kept.verdict == "met":
        return Tag(_("kept, but it may be chance") if unsure else _("kept"), "green")
    return Tag(_("not kept, but it may be chance") if unsure else _("not kept"), "orange")


def _because(outcome: Outcome) -> str | None:
    if outcome.kept and outcome.kept.verdict == "cannot be told":
        return outcome.kept.because
    return outcome.overdue.basis if outcome.overdue else None


def promises_chart(one: OneContract, table: Table, reading: Reading[Any]) -> Chart | None:
    """Promised beside reported; None where neither is known of anything."""
    pairs = tuple(pair for outcome in one.view.outcomes if (pair := _pair(outcome)))
    if not pairs:
        return None
    return Chart(
        id="promises",
        title=_("Promised beside reported"),
        description=" ".join(_described(outcome) for outcome in one.view.outcomes if _pair(outcome)),
        table=table,
        draw=PairedBars(pairs=pairs, first=_("Promised"), second=_("Reported")),
        address=reading.chart("promises"),
        caveats=(_("Whether more or less is better differs from measure to measure: the table says what was kept."),),
    )


def _pair(outcome: Outcome) -> Pair | None:
    promise, latest = outcome.promise, outcome.latest
    first = promise.value if promise and promise.state == "value" else None
    second = latest.value if latest and latest.state == "value" else None
    if first is None and second is None:
        return None
    if first is not None and second is not None and promise and latest and promise.unit != latest.unit:
        return None
    return Pair(
        name=outcome.title,
        unit=_unit((latest if second is not None else promise) or promise),
        first=first,
        second=second,
        first_absent=_("nothing") if promise is None else _("without a value"),
        second_absent=_("not reported") if latest is None else StateTag(latest.state).plain,
    )


def _unit(one: Observed | None) -> Unit:
    if one is None or not one.unit:
        return Unit()
    if one.unit in ("share", "proportion"):
        return SHARE
    if one.unit == "pounds per hour":
        return pounds(_(" an hour"))
    return Unit(after=f" {one.unit}")


def _described(outcome: Outcome) -> str:
    return _("%(title)s: promised %(promised)s, reported %(reported)s.") % {
        "title": outcome.title,
        "promised": promised(outcome.promise) if outcome.promise else _("nothing"),
        "reported": _in_words(outcome.latest) or _("nothing"),
    }
