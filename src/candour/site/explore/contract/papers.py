"""The documents of a contract, and the contracts of a process to choose from."""

from typing import Any

from django.utils.translation import gettext as _

from candour.operations.answers.words import code, money
from candour.operations.contract.lines import ContractLine
from candour.operations.contract.page import OneContract
from candour.site.components.leaving import Leaving
from candour.site.components.link import Link
from candour.site.components.table.table import Column, Table
from candour.site.explore.contract.facts import supplier_link
from candour.site.explore.contract.who_says import WhoSays
from candour.site.pages.reading import Reading, address_of


def documents_table(one: OneContract, reading: Reading[Any]) -> Table:
    """Every document, the last first; what leads away from here says so."""
    return Table(
        id="documents",
        caption=_("Documents"),
        caption_hidden=True,
        columns=(
            Column("title", _("Document")),
            Column("about", _("What it is")),
            Column("stage", _("Of which stage")),
            Column("published", _("Published")),
            Column("url", _("Address, as it was published"), in_file_only=True),
        ),
        rows=tuple(
            (
                Leaving(it.title or it.description or _("a document without a title"), it.url),
                code(it.type) if it.type else it.description,
                code(it.stage),
                it.published,
                it.url,
            )
            for it in one.documents
        ),
        address=reading.table("documents"),
        shown=25,
    )


def suppliers_table(one: OneContract, who: WhoSays, reading: Reading[Any]) -> Table:
    """Everybody to whom it was awarded."""
    return Table(
        id="suppliers",
        caption=_("Everybody to whom it was awarded"),
        caption_hidden=True,
        columns=(
            Column("supplier", _("Supplier")),
            Column("registered", _("Registered to give care as"), _("its key in the registers that were received")),
            Column("said_by", _("Who says so")),
            Column("key", _("Key of the supplier in notices"), in_file_only=True),
        ),
        rows=tuple(
            (
                supplier_link(it),
                ", ".join(end.key for end in it.registered if end.outcome == "linked")
                or _("in no register that we hold"),
                who.link(it.source),
                it.key,
            )
            for it in one.view.about.suppliers
        ),
        address=reading.table("suppliers"),
    )


def contracts_table(lines: tuple[ContractLine, ...], reading: Reading[Any]) -> Table:
    """Every contract of the process, and every award without one."""
    return Table(
        id="contracts",
        caption=_("Contracts, and awards without one"),
        columns=(
            Column("title", _("What")),
            Column("suppliers", _("Awarded to")),
            Column("status", _("How it stands")),
            Column("ends", _("Until")),
            Column("value", _("Value"), numeric=True),
            Column("id", _("Its own number"), in_file_only=True),
            Column("ocid", _("Process"), in_file_only=True),
        ),
        rows=tuple(_line(line) for line in lines),
        address=reading.table("contracts"),
    )


def _line(line: ContractLine) -> tuple[object, ...]:
    return (
        Link(_named(line), address_of("contract", line.ocid, contract=line.id)),
        _few(line.suppliers),
        line.status,
        line.ends,
        None if line.amount is None else money(line.amount, line.currency),
        line.id,
        line.ocid,
    )


def _named(line: ContractLine) -> str:
    """Contracts of one process often have one title: their numbers tell them apart."""
    title = line.title or line.ocid
    return f"{title} ({line.id})" if line.id else title


def _few(names: tuple[str, ...]) -> str | None:
    more = _(" and %(number)s more") % {"number": len(names) - 3} if len(names) > 3 else ""
    return f"{', '.join(names[:3])}{more}" if names else None
