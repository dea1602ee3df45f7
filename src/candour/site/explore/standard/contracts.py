"""What contracts report of a standard, and which of them state it."""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from candour.operations.standards.kept import StandardKept
from candour.operations.standards.reported import Tally
from candour.site.components.figure.figure import Figure
from candour.site.components.link import Link
from candour.site.components.table.table import Column, Table
from candour.site.pages.asked import Asked
from candour.site.pages.floors import amount, asks
from candour.site.pages.reading import Reading, address_of


def figure(answer: StandardKept) -> Figure | None:
    """How many of the contracts that report on it keep it; None where no metric measures it."""
    reports = answer.reports
    if reports is None:
        return None
    said = _("How many contracts keep it (%(asks)s), by the newest report of each?") % {
        "asks": asks(answer.standard.asks)
    }
    method = address_of("metric", reports.metric)
    if not reports.contracts:
        because = _("no contract that we hold reports on it")
        return Figure(sentence=said, state="not reported", because=because, method=method)
    return Figure(
        sentence=said,
        value=_("%(keep)s of %(all)s") % {"keep": f"{reports.keep:,}", "all": f"{reports.contracts:,}"},
        rests_on=ngettext("%(number)s contract", "%(number)s contracts", reports.contracts)
        % {"number": f"{reports.contracts:,}"},
        caveats=(_("Only contracts that report can be counted. Those that do not may be better or worse."),),
        method=method,
    )


def tables(answer: StandardKept, reading: Reading[Asked]) -> Iterator[Table]:
    """By buyer, by provider, and every contract."""
    reports = answer.reports
    if reports is None or not reports.contracts:
        return
    yield _tallies("buyers", _("By who buys the care"), _("Buyer"), reports.buyers, reading, kind="council")
    yield _tallies("suppliers", _("By who gives the care"), _("Provider"), reports.suppliers, reading)
    yield Table(
        id="reported",
        caption=_("Contract by contract, the newest report of each"),
        columns=(
            Column("contract", _("Contract")),
            Column("buyer", _("Buyer")),
            Column("value", _("Reported"), numeric=True),
            Column("until", _("Period to")),
            Column("keeps", _("Keeps it")),
        ),
        rows=tuple(
            (
                Link(one.title or one.ocid, address_of("contract", one.ocid, contract=one.contract_id)),
                one.buyer,
                amount(one.value, answer.standard.unit),
                one.period_end,
                _("yes") if one.keeps else _("no"),
            )
            for one in reports.reported
        ),
        address=reading.table("reported"),
        shown=25,
    )


def _tallies(
    id: str, caption: str, who: str, found: tuple[Tally, ...], reading: Reading[Asked], kind: str = ""
) -> Table:
    return Table(
        id=id,
        caption=caption,
        columns=(
            Column("name", who),
            Column("contracts", _("Contracts that report"), numeric=True),
            Column("keep", _("Of these, keep it"), numeric=True),
        ),
        rows=tuple(
            (Link(one.name, address_of(kind, one.name)) if kind else one.name, one.contracts, one.keep)
            for one in found
        ),
        address=reading.table(id),
        shown=15,
    )


def stated(answer: StandardKept, reading: Reading[Asked]) -> Table | None:
    """The tenders and contracts that state it, or raise it."""
    if not answer.stated:
        return None
    return Table(
        id="stated",
        caption=_("Tenders and contracts that state it, or ask for more"),
        columns=(
            Column("contract", _("Contract")),
            Column("buyer", _("Buyer")),
            Column("stage", _("Where it stands")),
            Column("floor", _("What it asks there")),
            Column("because", _("Why")),
        ),
        rows=tuple(
            (
                Link(one.title or one.ocid, address_of("contract", one.ocid)),
                one.buyer,
                one.stage,
                None if one.floor is None else amount(one.floor, one.unit),
                one.justification,
            )
            for one in answer.stated
        ),
        address=reading.table("stated"),
        shown=25,
    )
