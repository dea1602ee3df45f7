"""A fee beside what it has to pay for, and what one council is said to pay."""

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _

from candour.operations.cost_here import CostHere
from candour.operations.fees_of_council import FeeSaid
from candour.site.components.link import Link
from candour.site.components.table.table import Column, Table
from candour.site.explore.cost.asked import complete_years
from candour.site.explore.cost.pounds import money
from candour.site.pages.reading import Reading, address_of


def in_words(answer: CostHere) -> Iterator[str]:
    """How a fee stands, and what to ask where it is too low; nothing where none was given."""
    fee = answer.cost.fee
    if fee is None:
        return
    said = {"fee": money(fee.check.fee.amount, fee.check.fee.currency), "line": fee.check.decides.title}
    if answer.fee_of_council and answer.council:
        yield _("%(council)s is said to pay %(fee)s on average.") % {**said, "council": answer.council.council}
    yield _standing(fee.check.standing) % said
    if fee.question:
        yield _("This is a question to ask, and no verdict. %(question)s") % {"question": fee.question}
    if answer.beside:
        yield _beside(answer.beside.standing)


def _standing(found: str) -> str:
    return {
        "below the red line": _(
            "%(fee)s does not pay for what the law asks, with these figures. It fails at: %(line)s."
        ),
        "between the red line and the sustainability line": _(
            "%(fee)s pays for what the law asks, and not for running a service that lasts."
        ),
        "at or above the sustainability line": _("%(fee)s pays for all of this."),
    }.get(found) or _(
        "%(fee)s pays for what the law asks. Whether a service can last on it cannot be worked out here."
    )


def _beside(found: str) -> str:
    return {
        "below the red line": _(
            "By what others have published for this year, it is below the cost of employing a worker."
        ),
        "between the red line and the sustainability line": _(
            "By what others have published it pays for employing a worker, and is below the providers' minimum price."
        ),
        "at or above the sustainability line": _("It is at or above the providers' own minimum price."),
        "below the sustainability line; the red line is not known": _(
            "It is below the providers' own minimum price for this year."
        ),
    }.get(found) or _("It pays for employing a worker, by what was published for this year.")


def lines(answer: CostHere, reading: Reading[Any]) -> Table | None:
    """The fee, line by line."""
    fee = answer.cost.fee
    if fee is None:
        return None
    said = {"fee": money(fee.check.fee.amount, fee.check.fee.currency)}
    return Table(
        id="fee",
        caption=_("What %(fee)s pays for: each line includes those above it") % said,
        columns=(
            Column("line", _("Enough for")),
            Column("needed", _("Needed"), numeric=True),
            Column("left", _("Left of the fee"), numeric=True),
            Column("met", _("Enough?")),
        ),
        rows=tuple(
            (one.title, one.needed.amount, one.left.amount, _("yes") if one.met else _("no"))
            for one in fee.check.lines
        ),
        address=reading.table("fee"),
    )


def published_fees(answer: CostHere, reading: Reading[Any]) -> Table | None:
    """What is published of the council's fees; each leads to the costs of its year."""
    if answer.council is None:
        return None
    return Table(
        id="fees",
        caption=_("Fees for an hour of home care, %(council)s") % {"council": answer.council.council},
        columns=(
            Column("year", _("Year")),
            Column("kind", _("What kind")),
            Column("fee", _("Fee"), numeric=True),
            Column("note", _("Note")),
            Column("hold", _("Hold it against the costs")),
        ),
        rows=tuple(_fee_row(one, reading) for one in answer.council.fees),
        address=reading.table("fees"),
    )


def _fee_row(one: FeeSaid, reading: Reading[Any]) -> tuple[object, ...]:
    year = f"{one.start.year}-{one.end.year % 100:02d}"
    asked = reading.asked.query() | {"year": year, "fee": str(one.amount)}
    kind = ", ".join(each.partition("=")[2] or each for each in one.kind)
    return (
        year,
        kind or None,
        money(one.amount, one.currency or ""),
        one.note or _("none"),
        Link(_("What does %(fee)s pay for?") % {"fee": one.amount}, address_of("cost", **asked))
        if year in complete_years()
        else _("no costs of that year are known here"),
    )


def rates(answer: CostHere, reading: Reading[Any]) -> Table | None:
    """The rates in the council's own contracts."""
    if answer.council is None or not answer.council.rates:
        return None
    return Table(
        id="rates",
        caption=_("Rates for an hour in its contracts"),
        columns=(
            Column("contract", _("Contract")),
            Column("since", _("Since")),
            Column("rate", _("The payer pays"), numeric=True),
            Column("worker_share", _("Of it reaches the worker"), numeric=True),
            Column("travel", _("Travel")),
            Column("stage", _("Said in")),
        ),
        rows=tuple(
            (
                Link(one.title or one.ocid, address_of("contract", one.ocid)),
                one.since,
                money(one.amount, one.currency or ""),
                None
                if one.worker_share is None or one.worker_share_of != "payerPays"
                else f"{one.worker_share * 100:.1f}%",
                _travel(one.travel_time),
                one.stage,
            )
            for one in answer.council.rates
        ),
        address=reading.table("rates"),
        shown=20,
    )


def _travel(code: str | None) -> str | None:
    return {
        "paidSeparately": _("paid apart"),
        "includedInRate": _("said to be in the rate"),
        "notPaid": _("not paid"),
    }.get(code or "")
