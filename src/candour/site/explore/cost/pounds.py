"""Where each pound goes, and what reaches the care worker."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from candour.operations.cost_answer import Cost
from candour.operations.cost_here import CostHere
from candour.site.charts.stacked_bars import Part, StackedBars, Whole
from candour.site.charts.unit import Unit
from candour.site.components.chart.chart import Chart
from candour.site.components.figure.figure import Figure
from candour.site.components.table.table import Column, Table
from candour.site.pages.reading import Reading

_METHOD = "#how"


def money(amount: Decimal, currency: str) -> str:
    """An amount as it is read."""
    sign = _sign(currency)
    return f"−{sign}{-amount:,.2f}" if amount < 0 else f"{sign}{amount:,.2f}"


def _sign(currency: str) -> str:
    return "£" if currency == "GBP" else f"{currency} "


def lead(answer: CostHere) -> str:
    """What it costs, and what of it is pay."""
    cost = answer.cost
    pay = cost.shares[0]
    whole = cost.direct_costs if cost.price is None else cost.price
    said = {
        "price": money(whole, cost.currency),
        "pay": money(pay.amount, cost.currency),
        "share": f"{pay.share:.0f}%",
    }
    if cost.of == "care-home-week":
        text = _("With these figures a week costs %(price)s for each person.")
        more = _("%(pay)s of it, or %(share)s, is pay for those who work there.")
    else:
        text = _("With these figures an hour costs %(price)s.")
        more = _("%(pay)s of it, or %(share)s, is pay for the care worker: for the visit and for the way.")
    return f"{text} {more}" % said


def figures(answer: CostHere) -> Iterator[Figure]:
    """What reaches the worker, what the law asks at least, and the lowest fee."""
    cost = answer.cost
    pay = cost.shares[0]
    whole = _("the direct costs") if cost.price is None else _("the price")
    yield Figure(
        sentence=_("What reaches the care worker, before tax?")
        if cost.of == "home-care-hour"
        else _("What reaches those who work there, before tax?"),
        value=money(pay.amount, cost.currency),
        rests_on=_("%(share)s%% of %(whole)s of a %(unit)s")
        % {"share": pay.share, "whole": whole, "unit": _unit(cost)},
        caveats=(_("A share of pay means nothing without what it is a share of."),),
        method=_METHOD,
    )
    if cost.pay_floor is not None:
        yield _floor(cost)
    if cost.lowest_fee is not None:
        yield Figure(
            sentence=_("What is the lowest fee that pays for all of this?"),
            value=money(cost.lowest_fee, cost.currency),
            rests_on=_("for one %(unit)s") % {"unit": _unit(cost)},
            method=_METHOD,
        )


def _unit(cost: Cost) -> str:
    return _("hour with the person") if cost.of == "home-care-hour" else _("week for one person")


def _floor(cost: Cost) -> Figure:
    assert cost.pay_floor is not None
    caveats = []
    if cost.wage_meets_floor is False:
        caveats.append(_("The wage that was put in is below it. Ask: is there something else that is paid?"))
    if cost.paid_for_contact_only is not None:
        said = {"paid": money(cost.paid_for_contact_only, cost.currency)}
        enough = _("That keeps the law.") if cost.contact_only_meets_floor else _("That would be below the law.")
        text = _("If only the visits were paid and not the way, it would be %(paid)s for each hour of work.") % said
        caveats.append(f"{text} {enough}")
    return Figure(
        sentence=_("What must a worker be paid by law at least?"),
        value=money(cost.pay_floor, cost.currency),
        rests_on=_("for each hour of work, the way between visits included"),
        caveats=tuple(caveats),
        method=_METHOD,
    )


def chart(answer: CostHere, reading: Reading[Any]) -> Chart:
    """The parts of the price, as a bar."""
    cost = answer.cost
    whole = cost.direct_costs if cost.price is None else cost.price
    largest = max(cost.parts, key=lambda part: part.amount)
    said = {
        "whole": money(whole, cost.currency),
        "part": largest.title,
        "amount": money(largest.amount, cost.currency),
        "share": f"{largest.share:.0f}%",
    }
    title = _("Where each pound goes") if cost.currency == "GBP" else _("Where the money goes")
    name = _("Direct costs") if cost.price is None else _("The price")
    return Chart(
        id="pounds",
        title=title,
        description=_("Of %(whole)s, the largest part is “%(part)s” with %(amount)s, or %(share)s.") % said,
        table=Table(
            id="pounds",
            caption=title,
            columns=(
                Column("part", _("Part")),
                Column("amount", _("Amount"), numeric=True),
                Column("share", _("Per cent"), numeric=True),
            ),
            rows=(
                *((part.title, part.amount, part.share) for part in cost.parts),
                (name, whole, Decimal("100.00")),
            ),
            address=reading.table("pounds"),
        ),
        draw=StackedBars(
            wholes=(
                Whole(
                    name=name,
                    parts=tuple(Part(name=part.title, value=part.amount) for part in cost.parts),
                    said=money(whole, cost.currency),
                ),
            ),
            unit=Unit(before=_sign(cost.currency), decimals=2),
        ),
        address=reading.chart("pounds"),
    )
