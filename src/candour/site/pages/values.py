"""Every value of a definition: who has one and who has none, how they spread, and a table of them."""

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from candour.compare.measured.words import whole
from candour.operations.values.value import Spread, Value, Values
from candour.site.charts.dots import Dot, Dots
from candour.site.charts.unit import Unit
from candour.site.components.chart.chart import Chart
from candour.site.components.link import Link
from candour.site.components.table.table import Column, Table
from candour.site.pages.asked import Asked
from candour.site.pages.reading import Reading, address_of

_THINGS = {
    "process": lambda: _("processes"),
    "lot or process": lambda: _("lots or processes"),
    "bid or process": lambda: _("bids or processes"),
    "award": lambda: _("awards"),
    "contract or award": lambda: _("contracts or awards"),
    "promised metric": lambda: _("promises"),
    "observation": lambda: _("reported results"),
    "rate": lambda: _("rates"),
    "contribution": lambda: _("contributions"),
    "council": lambda: _("councils"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """How the values of one definition are written and drawn.

    `text` writes a value of a currency; `spread` says what the ends of a range mean, `middle` what stands between
    them. `whose` heads the column of those whose values they are.
    """

    title: str
    text: Callable[[float, str | None], str]
    unit: Unit
    middle: str
    spread: str
    whose: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """`lead` says who has a value and who has none. The chart is None where fewer than two years have values."""

    lead: str
    chart: Chart | None
    years: Table
    values: Table
    reporters: Table | None

    @property
    def tables(self) -> tuple[Table, ...]:
        """All of them."""
        return tuple(table for table in (self.values, self.years, self.reporters) if table is not None)

    @property
    def charts(self) -> tuple[Chart, ...]:
        """The one, if there is one."""
        return (self.chart,) if self.chart else ()


def shown(values: Values, written: Written, reading: Reading[Asked]) -> Shown:
    """The values as a page shows them."""
    years = _years(values, written, reading)
    return Shown(
        lead=_lead(values),
        chart=_chart(values, written, years, reading),
        years=years,
        values=_table(values, written, reading),
        reporters=_reporters(values, reading) if values.reporters else None,
    )


def _lead(values: Values) -> str:
    if not values.known:
        return _("Nobody has published a value of it yet. That is neither good nor bad: it is not known.")
    if values.of_what == "contract":
        return _(
            "It is known of %(known)s of the %(things)s care contracts that we know. For the rest nobody says it, or "
            "they buy another kind of care."
        ) % {"known": f"{values.known:,}", "things": f"{values.things:,}"}
    things = _THINGS[values.of_what]()
    said = _("It is known of %(known)s of %(things)s %(what)s.") % {
        "known": f"{values.known:,}",
        "things": f"{values.things:,}",
        "what": things,
    }
    without = values.things - values.known
    if without <= 0:
        return said
    return _("%(said)s The other %(without)s could say it, and do not.") % {"said": said, "without": f"{without:,}"}


def _chart(values: Values, written: Written, table: Table, reading: Reading[Asked]) -> Chart | None:
    currency = _most_used(values)
    rows = tuple(_dot(one) for one in values.by_year if one.currency == currency and one.year is not None)
    if len(rows) < 2:
        return None
    said = "; ".join(f"{row.name}: {written.text(float(row.value or 0), currency)}" for row in rows)
    return Chart(
        id="by-year",
        title=_("How it spreads, year by year"),
        description=_("%(middle)s in each year: %(said)s.") % {"middle": written.middle, "said": said},
        table=table,
        draw=Dots(rows=rows, unit=written.unit, measured=f"{written.title} ({written.middle})", inner=written.spread),
        address=reading.chart("by-year"),
    )


def _most_used(values: Values) -> str | None:
    """The currency of most values: amounts of two are never put on one axis."""
    return max(values.by_year, key=lambda one: one.known).currency if values.by_year else None


def _dot(one: Spread) -> Dot:
    inner = (one.low, one.high) if one.low is not None and one.high is not None else None
    return Dot(name=f"{one.year}\N{NO-BREAK SPACE}({one.known})", value=one.middle, inner=inner)


def _years(values: Values, written: Written, reading: Reading[Asked]) -> Table:
    def text(value: float | None, one: Spread) -> str | None:
        return None if value is None else written.text(value, one.currency)

    return Table(
        id="by-year",
        caption=_("Year by year"),
        columns=(
            Column("year", _("Year")),
            Column("middle", written.middle, numeric=True),
            Column("low", _("From"), written.spread, numeric=True),
            Column("high", _("to"), written.spread, numeric=True),
            Column("known", _("Known of"), numeric=True),
            Column("currency", _("Currency"), in_file_only=True),
        ),
        rows=tuple(
            (
                one.year or _("no date"),
                text(one.middle, one),
                text(one.low, one) or _("not worked out"),
                text(one.high, one) or _("not worked out"),
                one.known,
                one.currency,
            )
            for one in values.by_year
        ),
        address=reading.table("by-year"),
    )


def _table(values: Values, written: Written, reading: Reading[Asked]) -> Table:
    filed = len(values.values)
    caption = _("Every value, the newest first")
    if filed < values.in_all:
        caption = _("The newest %(filed)s of %(all)s values") % {"filed": f"{filed:,}", "all": f"{values.in_all:,}"}
    return Table(
        id="values",
        caption=caption,
        columns=(
            Column("what", _("Contract") if any(one.ocid for one in values.values) else _("Council")),
            Column("ocid", _("Process"), in_file_only=True),
            Column("number", _("Number within it"), in_file_only=True),
            Column("whose", written.whose),
            Column("council", _("Council"), in_file_only=True),
            Column("value", _("Value"), numeric=True),
            Column("counted", _("Counted")),
            Column("day", _("Time")),
            Column("publishers", _("Who says so")),
            Column("state", _("State"), in_file_only=True),
            Column("exact", _("Value, exact"), in_file_only=True, numeric=True),
            Column("currency", _("Currency"), in_file_only=True),
        ),
        rows=tuple(_row(one, written) for one in values.values),
        address=reading.table("values"),
    )


def _row(one: Value, written: Written) -> tuple[object, ...]:
    if one.ocid:
        what: object = Link(one.title or one.ocid, address_of("contract", one.ocid))
    else:
        what = Link(one.council, address_of("council", one.council_key))
    counted = f"{whole(one.numerator)} / {whole(one.denominator)}" if one.denominator else None
    return (
        what,
        one.ocid or None,
        one.number,
        one.who or one.council or None,
        one.council or None,
        one.state if one.value is None else written.text(one.value, one.currency),
        counted,
        f"{one.begins} – {one.day}" if one.begins and one.day else one.day,
        ", ".join(one.publishers) or None,
        one.state,
        one.value,
        one.currency,
    )


def _reporters(values: Values, reading: Reading[Asked]) -> Table:
    return Table(
        id="reporters",
        caption=_("Who says it, and who could"),
        columns=(
            Column("publisher", _("Publisher")),
            Column("known", _("Says it"), numeric=True),
            Column("things", _("Could say it"), numeric=True),
        ),
        rows=tuple((one.name or None, one.known, one.things) for one in values.reporters),
        address=reading.table("reporters"),
        shown=8,
    )
