"""What is paid, and to whom each pound goes."""

from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from candour.operations.answers.words import code, money, number
from candour.operations.contract.page import OneContract
from candour.operations.contract.pay import WorkerPay
from candour.operations.contract.rate import Rate
from candour.site.charts.stacked_bars import Part, StackedBars, Whole
from candour.site.charts.unit import Unit
from candour.site.components.chart.chart import Chart
from candour.site.components.table.table import Column, Table
from candour.site.explore.contract.who_says import WhoSays
from candour.site.pages.reading import Reading

_PENCE = Unit(after="p", times=100, decimals=0, lowest=0)
_PAYER = "payerPays"
"""What a share is a share of, as published, where it is of the whole price."""


def amounts_table(one: OneContract, who: WhoSays, reading: Reading[Any]) -> Table:
    """Every amount that was published, from the estimate to what was spent."""
    what = {
        "estimate": _("Estimated before bids came in"),
        "award": _("Awarded"),
        "contract": _("Agreed in the contract"),
        "spent in all": _("Spent in all"),
    }
    paid = ((_("Payments published so far"), one) for one in one.view.price.paid)
    return Table(
        id="amounts",
        caption=_("Money, as it was published"),
        columns=(
            Column("what", _("What")),
            Column("amount", _("Amount without tax"), numeric=True),
            Column("with_tax", _("With tax"), numeric=True),
            Column("said_by", _("Who says so")),
        ),
        rows=(
            *(
                (
                    what[amount.what],
                    money(amount.amount, amount.currency),
                    None if amount.gross is None else money(amount.gross, amount.currency),
                    who.link(amount.source),
                )
                for amount in one.view.price.amounts
            ),
            *((title, money(sum_.amount, sum_.currency), None, "–") for title, sum_ in paid),
        ),
        address=reading.table("amounts"),
    )


def rates_table(one: OneContract, who: WhoSays, reading: Reading[Any]) -> Table:
    """Every rate: what the payer pays for it, what the worker receives, and who says so."""
    return Table(
        id="rates",
        caption=_("What is paid for an hour, a visit or a night, and what of it reaches the worker"),
        columns=(
            Column("what", _("For one")),
            Column("stage", _("As said by")),
            Column("payer_pays", _("Payer pays"), numeric=True),
            Column("worker_receives", _("Worker receives"), numeric=True),
            Column("share", _("Worker's part"), numeric=True),
            Column("share_of", _("Part of what")),
            Column("travel_time", _("Time on the way")),
            Column("floor", _("The least that the law asks")),
            Column("said_by", _("Who says so")),
        ),
        rows=tuple(_rate(one, who) for one in one.view.pay.rates),
        address=reading.table("rates"),
    )


def _rate(one: WorkerPay, who: WhoSays) -> tuple[object, ...]:
    rate, share = one.rate, one.share
    received = None if rate.worker_receives is None else money(rate.worker_receives, rate.worker_currency)
    per = f" {_('for one')} {code(rate.worker_receives_per)}" if received and rate.worker_receives_per else ""
    return (
        _what(rate),
        _stage(rate.stage),
        None if rate.payer_pays is None else money(rate.payer_pays, rate.currency),
        f"{received}{per}" if received else None,
        _("cannot be told") if share.value is None and share.because else _share(share.value),
        share.because or _of(share.of) if share.value is not None or share.because else None,
        code(rate.travel_time) if rate.travel_time else None,
        _floor(one),
        who.link(rate.source),
    )


def _what(rate: Rate) -> str:
    what = code(rate.unit) if rate.unit else _("unit that is not said")
    length = _(" of %(minutes)s minutes") % {"minutes": rate.visit_minutes} if rate.visit_minutes else ""
    return f"{what}{length}" + (f" ({rate.title})" if rate.title else "")


def _stage(stage: str) -> str:
    known = {
        "implementation": _("what is really paid"),
        "contract": _("the contract"),
        "award": _("the award"),
        "bid": _("the bid that won"),
        "lot": _("the tender, for this lot"),
        "tender": _("the tender"),
    }
    return known.get(stage, stage)


def _share(value: Decimal | None) -> str | None:
    return None if value is None else number(value, "share")


def _of(of: str | None) -> str | None:
    return _("what the payer pays") if of == _PAYER else code(of) if of else None


def _floor(one: WorkerPay) -> str:
    floor = one.floor
    if floor.amount is None:
        return _("no figure is known for %(year)s") % {"year": floor.year or _("that time")}
    if floor.met is None:
        return _("cannot be told: %(why)s") % {"why": floor.because}
    said = _("%(amount)s in %(year)s: kept") if floor.met else _("%(amount)s in %(year)s: not kept")
    return said % {"amount": money(floor.amount, "GBP"), "year": floor.year}


def pounds_chart(one: OneContract, table: Table, reading: Reading[Any]) -> Chart | None:
    """Of each pound that the payer pays, how much reaches the worker; None where no rate says it."""
    known = [(pay, pay.share.value) for pay in one.view.pay.rates if pay.share.value is not None and _of_price(pay)]
    wholes = tuple(_whole(pay, share) for pay, share in known if 0 <= share <= 1)
    if not wholes:
        return None
    first, share = known[0]
    return Chart(
        id="pounds",
        title=_("Where each pound goes"),
        description=_("Of each pound paid for one %(what)s, %(pence)s reach the worker, by %(stage)s.")
        % {"what": _what(first.rate), "pence": _PENCE.write(float(share)), "stage": _stage(first.rate.stage)},
        table=table,
        draw=StackedBars(wholes=wholes, unit=_PENCE, shares=True),
        address=reading.chart("pounds"),
        caveats=(
            _("The rest is not profit: travel, training, holidays, insurance and the office are paid from it, too."),
        ),
    )


def _of_price(pay: WorkerPay) -> bool:
    return pay.share.computed or pay.share.of == _PAYER


def _whole(pay: WorkerPay, share: Decimal) -> Whole:
    return Whole(
        name=f"{_what(pay.rate)}, {_stage(pay.rate.stage)}",
        parts=(
            Part(name=_("The care worker's pay"), value=share),
            Part(name=_("Everything else"), value=1 - share),
        ),
        said=_("%(pence)s of each £1 reach the care worker") % {"pence": _PENCE.write(float(share))},
    )
