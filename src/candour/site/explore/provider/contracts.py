"""What a provider was awarded, what came of it, and what it states of all its work."""

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _

from candour.care.councils import calls_itself_a_council
from candour.operations.answers.words import money
from candour.operations.awards_of_provider import AwardThen
from candour.operations.day import uk_day
from candour.operations.provider import ProviderPage, provider
from candour.site.components.link import Link
from candour.site.components.table.table import Column, Table
from candour.site.pages import observations
from candour.site.pages.reading import Reading, address_of

_IN_FILES = 100_000
"""So many awards, or outcomes, are in a file at most."""

NEWEST = 8
"""So many rows of a long table stand open."""


def awards_table(answer: ProviderPage, reading: Reading[Any]) -> Table:
    """Its awards, the newest first, each with how its locations were rated on that day."""
    return Table(
        id="contracts",
        caption=_("Contracts awarded to it, the newest first"),
        columns=(
            Column("title", _("What")),
            Column("buyer", _("Bought by")),
            Column("awarded", _("Awarded")),
            Column("value", _("Value"), _("as published: often the most that may be spent"), numeric=True),
            Column("rated_then", _("Its locations, good or better on that day")),
            Column("supplier", _("Named there as")),
            Column("ocid", _("Process"), in_file_only=True),
        ),
        rows=tuple(_award(one) for one in answer.awards),
        address=reading.table("contracts"),
        shown=25,
        every=lambda: map(_award, in_full(reading).awards),
        total=answer.number_of_awards,
        first=NEWEST,
    )


def in_full(reading: Reading[Any]) -> ProviderPage:
    """What a file has, where a page has the newest only."""
    return provider(reading.home, reading.key, reading.asked.on or reading.day, most=_IN_FILES)


def _award(one: AwardThen) -> tuple[object, ...]:
    row = one.award
    return (
        Link(row["title"] or row["ocid"], address_of("contract", row["ocid"])),
        buyer(row["buyer_name"]),
        uk_day(row["award_date"]),
        None if row["amount"] is None else money(row["amount"], row["currency"]),
        "; ".join(_then(share.numerator, share.denominator) for share in one.shares) or _("the award has no date"),
        row["supplier_name"],
        row["ocid"],
    )


def _then(good: int, rated: int) -> str:
    return _("%(good)s of %(rated)s rated") % {"good": good, "rated": rated} if rated else _("none rated yet")


def buyer(name: str | None) -> Link | str | None:
    """A buyer; with its page where it is a council."""
    return Link(name, address_of("council", name)) if name and calls_itself_a_council(name) else name


def stated_table(answer: ProviderPage, reading: Reading[Any]) -> Table:
    """What it states of all its work, by its latest statements."""
    return Table(
        id="all-its-work",
        caption=_("All its work, by its own latest statements"),
        columns=(*observations.columns(), Column("said_by", _("Who says so, and when"))),
        rows=tuple((*observations.cells(row), _said(row)) for row in answer.outcomes.in_all),
        address=reading.table("all-its-work"),
    )


def _said(row: dict[str, Any]) -> str:
    who = row["publisher"] or _("nobody is named")
    day = uk_day(row["published"])
    return f"{who}, {day}" if day else who


def outcomes_table(answer: ProviderPage, reading: Reading[Any], *, feedback: bool) -> Table:
    """The last of each metric under each contract: what people said (`feedback`), or everything else."""
    id, caption = ("feedback", _("What people said, by contract")) if feedback else ("outcomes", _("By contract"))
    return Table(
        id=id,
        caption=caption,
        columns=(
            *observations.columns(),
            Column("contract", _("Under which contract")),
            Column("said_by", _("Bought by"), _("the buyer, who answers for what is published of the contract")),
            Column("ocid", _("Process"), in_file_only=True),
            Column("contract_id", _("Contract's own number"), in_file_only=True),
        ),
        rows=tuple(_outcomes(answer, feedback)),
        address=reading.table(id),
        every=lambda: _outcomes(in_full(reading), feedback),
        first=NEWEST,
    )


def _outcomes(answer: ProviderPage, feedback: bool) -> Iterator[tuple[object, ...]]:
    for row in answer.outcomes.under_contracts:
        if observations.is_feedback(row) == feedback:
            yield (*observations.cells(row), _contract(row), row["buyer_name"], row["ocid"], row["contract_id"])


def _contract(row: dict[str, Any]) -> Link:
    return Link(row["process_title"] or row["ocid"], address_of("contract", row["ocid"], contract=row["contract_id"]))
