"""Whose data there are, and the way to what they can and cannot answer."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from candour.operations.day import uk_day
from candour.operations.publishers import Publishers, publishers
from candour.site.components.link import Link
from candour.site.components.table.table import Column, Table
from candour.site.explore.publishers.easy import easy
from candour.site.pages.asked import Asked
from candour.site.pages.kind import PageKind
from candour.site.pages.page import Page
from candour.site.pages.reading import Reading, address_of


@dataclass(frozen=True, slots=True)
class Body:
    """What the template shows."""

    notices: Table
    tables: Table


def make(reading: Reading[Asked]) -> Page:
    """The list of all."""
    answer = publishers(reading.home)
    body = Body(_notices(answer, reading), _tables(answer, reading))
    return Page(
        title=_("Publishers"),
        lead=ngettext(
            "All that stands here was published by somebody else: %(notices)s publisher of contracts and %(tables)s "
            "of registers and figures. See what the data of each can tell, and what not.",
            "All that stands here was published by somebody else: %(notices)s publishers of contracts and %(tables)s "
            "of registers and figures. See what the data of each can tell, and what not.",
            len(answer.notices),
        )
        % {"notices": f"{len(answer.notices):,}", "tables": f"{len(answer.tables):,}"},
        data_version=answer.data_version,
        answer=answer,
        body=body,
        tables=tuple(table for table in (body.notices, body.tables) if table.rows),
        caveats=(_("Who publishes more is not worse than who publishes less: we only see what is published."),),
        source_note=_("The files of each publisher are named on its own page."),
    )


def _notices(answer: Publishers, reading: Reading[Asked]) -> Table:
    return Table(
        id="notices",
        caption=_("Publishers of contracts"),
        columns=(
            Column("publisher", _("Publisher")),
            Column("processes", _("Contracting processes"), numeric=True),
            Column("releases", _("Notices"), _("releases: each says something new of a process"), True),
            Column("first", _("From")),
            Column("last", _("to")),
            Column("licence", _("Licence")),
            Column("source", _("Received from"), in_file_only=True),
        ),
        rows=tuple(
            (
                Link(one.name, address_of("publisher", one.name)),
                one.processes,
                one.releases,
                uk_day(one.first_date),
                uk_day(one.last_date),
                one.licence,
                one.source,
            )
            for one in answer.notices
        ),
        address=reading.table("notices"),
        shown=50,
    )


def _tables(answer: Publishers, reading: Reading[Asked]) -> Table:
    return Table(
        id="tables",
        caption=_("Publishers of registers and of figures about councils"),
        columns=(
            Column("source", _("What")),
            Column("publisher", _("Published by")),
            Column("cadence", _("How often")),
            Column("files", _("Files received"), numeric=True),
            Column("last", _("The last one")),
            Column("licence", _("Licence")),
            Column("id", _("Source"), in_file_only=True),
        ),
        rows=tuple(
            (
                Link(one.title, address_of("publisher", one.id)),
                one.publisher,
                one.cadence,
                one.receipts,
                uk_day(one.last_received),
                one.licence,
                one.id,
            )
            for one in answer.tables
        ),
        address=reading.table("tables"),
    )


PUBLISHERS = PageKind(
    id="publishers",
    about="Everybody whose data there are: publishers of notices, registers and figures about councils.",
    key="",
    answer=Publishers,
    make=make,
    easy=easy,
)
