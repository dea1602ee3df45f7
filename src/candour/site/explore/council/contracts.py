"""What a council buys, a page at a time, and how much price and quality differ between its contracts."""

from collections.abc import Iterator
from decimal import Decimal
from functools import partial
from math import ceil
from typing import Any

from django.utils.translation import gettext as _

from candour.indicators.definition import metrics
from candour.operations.answers.words import code, money, number
from candour.operations.council_in_full.answer import CouncilInFull, every_contract_of
from candour.operations.council_in_full.contracts import PAGE, BoughtProcess
from candour.operations.council_in_full.spread import PriceSpread, QualitySpread
from candour.operations.day import uk_day
from candour.site.components.link import Link
from candour.site.components.pagination.pagination import Pagination
from candour.site.components.table.table import Column, Table
from candour.site.pages.reading import Reading, address_of

_NAMED = 3
"""So many suppliers are named in a row of the page; all of them are in the file."""


def contracts_table(answer: CouncilInFull, reading: Reading[Any]) -> Table:
    """One page of its social-care processes; all of them are in the file."""
    return Table(
        id="contracts",
        caption=_("What it buys, the newest first"),
        columns=(
            Column("title", _("What")),
            Column("suppliers", _("Given to")),
            Column("awarded", _("Awarded")),
            Column("value", _("Value"), _("of its award, as published; amounts of several are not added up"), True),
            Column("model", _("Kind of contract")),
            Column("promised", _("Results promised?")),
            Column("reported", _("Results published?")),
            Column("ocid", _("Process"), in_file_only=True),
            Column("contract_start", _("Begins"), in_file_only=True),
            Column("contract_end", _("Ends"), in_file_only=True),
            Column("every_supplier", _("All of them"), in_file_only=True),
        ),
        rows=tuple(map(_process, answer.contracts)),
        address=reading.table("contracts"),
        shown=PAGE,
        every=partial(_every, answer, reading),
    )


def _every(answer: CouncilInFull, reading: Reading[Any]) -> Iterator[tuple[object, ...]]:
    yield from map(_process, every_contract_of(reading.home, reading.key, answer.day))


def _process(one: BoughtProcess) -> tuple[object, ...]:
    suppliers = one.suppliers or []
    return (
        Link(one.title or one.ocid, address_of("contract", one.ocid)),
        _named(suppliers),
        uk_day(one.award_date) or _("no award published"),
        _value(one),
        one.contract_model,
        _("yes") if one.has_promises else _("none published"),
        _("yes") if one.performance_published else _("none published"),
        one.ocid,
        uk_day(one.contract_start),
        uk_day(one.contract_end),
        "; ".join(suppliers) or None,
    )


def _named(suppliers: list[str]) -> str | None:
    if len(suppliers) <= _NAMED:
        return ", ".join(suppliers) or None
    more = len(suppliers) - _NAMED + 1
    return _("%(first)s and %(more)s more") % {"first": ", ".join(suppliers[: _NAMED - 1]), "more": more}


def _value(one: BoughtProcess) -> str | None:
    if one.amount is not None:
        return money(one.amount, one.currency)
    return (
        _("%(number)s awards, not added up") % {"number": one.number_of_awards} if one.number_of_awards > 1 else None
    )


def pages_of_contracts(answer: CouncilInFull, reading: Reading[Any]) -> Pagination:
    """The ways to the other pages of them."""

    def address(page: int) -> str:
        asked = {"page": page if page > 1 else None, "measure": reading.asked.measure}
        return f"{address_of('council', reading.key, **asked)}#contracts"

    pages = max(1, ceil(answer.bought.processes / PAGE))
    return Pagination(answer.page, pages, address, _("Pages of contracts"))


def quality_table(answer: CouncilInFull, reading: Reading[Any]) -> Table:
    """How much results differ between its contracts."""
    return Table(
        id="quality",
        caption=_("Results of its contracts: the last report of each"),
        columns=(
            Column("metric", _("What was measured")),
            Column("contracts", _("Contracts that report it"), numeric=True),
            Column("lowest", _("Lowest"), numeric=True),
            Column("middle", _("Middle"), _("median: half of the contracts have less"), True),
            Column("highest", _("Highest"), numeric=True),
            Column("since", _("Reports from")),
            Column("until", _("to")),
        ),
        rows=tuple(map(_quality, answer.quality)),
        address=reading.table("quality"),
    )


def _quality(one: QualitySpread) -> tuple[object, ...]:
    title = one.title or one.metric_id
    named = Link(title, address_of("metric", one.metric_id)) if one.metric_id in metrics() else title
    values = (number(value, one.unit) for value in (one.lowest, one.middle, one.highest))
    return (named, one.contracts, *values, uk_day(one.since), uk_day(one.until))


def prices_table(answer: CouncilInFull, reading: Reading[Any]) -> Table:
    """How much it pays for the same unit of care under different contracts."""
    return Table(
        id="prices",
        caption=_("What its contracts pay for one unit of care"),
        columns=(
            Column("care", _("Kind of care")),
            Column("unit", _("For")),
            Column("contracts", _("Contracts that say so"), numeric=True),
            Column("lowest", _("Lowest"), numeric=True),
            Column("middle", _("Middle"), _("median: half of the rates are lower"), True),
            Column("highest", _("Highest"), numeric=True),
            Column("worker", _("The worker gets, in the middle"), numeric=True),
            Column("years", _("Prices of")),
        ),
        rows=tuple(map(_price, answer.prices)),
        address=reading.table("prices"),
    )


def _price(one: PriceSpread) -> tuple[object, ...]:
    unit = code(one.unit) if one.unit else _("unit not said")
    if one.visit_minutes is not None:
        unit = _("%(unit)s, in visits of %(minutes)s minutes") % {"unit": unit, "minutes": f"{one.visit_minutes:g}"}
    amounts = (_amount(value, one.currency) for value in (one.lowest, one.middle, one.highest, one.worker_middle))
    years = sorted({day.year for moment in (one.since, one.until) if (day := uk_day(moment))})
    return (
        code(one.service_type) if one.service_type else None,
        unit,
        one.processes,
        *amounts,
        " to ".join(map(str, years)) or None,
    )


def _amount(value: float | None, currency: str | None) -> str | None:
    return None if value is None else money(Decimal(str(round(value, 2))), currency)
