"""Who owns a provider, who came before and after it, who it is in notices, and who was heard in its contracts."""

from collections import Counter
from typing import Any

from django.utils.translation import gettext as _

from candour.operations.answers.words import code, number, people
from candour.operations.day import uk_day
from candour.operations.provider import ProviderPage
from candour.site.components.link import Link
from candour.site.components.table.table import Column, Table
from candour.site.pages.reading import Reading, address_of
from candour.site.pages.successions import successions_table
from candour.site.pages.voices import contributions_table, lessons_table


def ownership_table(answer: ProviderPage, reading: Reading[Any]) -> Table:
    """Who owns and steers it, as its contracts say."""
    return Table(
        id="ownership",
        caption=_("Who owns it, as its contracts say"),
        columns=(
            Column("form", _("What it is")),
            Column("details", _("In its own words")),
            Column("member_class", _("Members")),
            Column("members", _("How many"), numeric=True),
            Column("votes_share", _("Their part of all votes"), numeric=True),
            Column("said", _("Last said")),
            Column("ocid", _("By")),
        ),
        rows=tuple(
            (
                code(row["form"]) if row["form"] else None,
                row["details"],
                code(row["member_class"]) if row["member_class"] else None,
                row["members"],
                None if row["votes_share"] is None else number(row["votes_share"], "share"),
                uk_day(row["said"]),
                Link(row["ocid"], address_of("contract", row["ocid"])),
            )
            for row in answer.ownership
        ),
        address=reading.table("ownership"),
    )


def registrations_table(answer: ProviderPage, reading: Reading[Any]) -> Table:
    """Other registrations of the same company or charity."""
    return Table(
        id="registrations",
        caption=_("Other registrations of the same company or charity"),
        columns=(
            Column("name", _("Name")),
            Column("provider", _("Key")),
            Column("status", _("Status")),
            Column("registered", _("Registered")),
            Column("deregistered", _("Ended")),
        ),
        rows=tuple(
            (
                Link(row["name"] or row["provider"], address_of("provider", row["provider"])),
                row["provider"],
                row["status"],
                row["registered"],
                row["deregistered"] or _("no end published"),
            )
            for row in answer.registrations
        ),
        address=reading.table("registrations"),
    )


def register_successions_table(answer: ProviderPage, reading: Reading[Any]) -> Table:
    """Who took over from whom, by the register."""
    return Table(
        id="took-over",
        caption=_("Who took over from whom, by the register"),
        columns=(
            Column("kind", _("What")),
            Column("old", _("Before")),
            Column("new", _("After")),
            Column("evidence", _("What the register says")),
        ),
        rows=tuple(
            (row["subject_kind"], _registered(answer, row, "old"), _registered(answer, row, "new"), row["evidence"])
            for row in answer.successions
        ),
        address=reading.table("took-over"),
    )


def _registered(answer: ProviderPage, row: dict[str, Any], side: str) -> Link | str:
    """A provider or location of a register; its own page, where it is another's."""
    key = str(row[side])
    own = {answer.provider["provider"], *(one.location["location"] for one in answer.locations)}
    return key if key in own else Link(key, address_of("provider", key))


def services_table(answer: ProviderPage, reading: Reading[Any]) -> Table:
    """Whose services it took over, and who took over its own."""
    return successions_table(
        answer.service_successions, _("Services that passed from one provider to another"), reading.table("services")
    )


def names_table(answer: ProviderPage, reading: Reading[Any]) -> Table:
    """The names in notices that are taken to be this provider, and why."""
    return Table(
        id="names",
        caption=_("Names in contracts that are taken to be this provider"),
        columns=(
            Column("supplier", _("Name or number there")),
            Column("outcome", _("Linked?")),
            Column("score", _("How sure, from 0 to 1"), numeric=True),
            Column("method", _("By what")),
            Column("reasons", _("Why")),
        ),
        rows=tuple(
            (
                row["organisation_key"].removeprefix("name:"),
                row["outcome"],
                f"{row['score']:.3f}",
                row["method"],
                "; ".join(row["reasons"] or ()) or None,
            )
            for row in answer.suppliers
        ),
        address=reading.table("names"),
    )


def heard_table(answer: ProviderPage, reading: Reading[Any]) -> Table:
    """What people asked for in its contracts, and what became of it."""
    return contributions_table(answer.voices.contributions, reading.table("asked-for"), 20)


def learned_table(answer: ProviderPage, reading: Reading[Any]) -> Table:
    """What was learned from its contracts."""
    return lessons_table(answer.voices.lessons, reading.table("lessons"), 20)


def took_part(answer: ProviderPage) -> str:
    """How many people took part, by role; empty where nothing is published. Some may have come more than once."""
    counted: Counter[str] = Counter()
    for row in answer.voices.participation:
        counted[row["role"] or "others"] += row["people"] or 0
    return ", ".join(people(number, role) for role, number in sorted(counted.items()) if number)
