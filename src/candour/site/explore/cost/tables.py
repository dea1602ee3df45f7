"""What a calculation rests on: published figures, wages, what changes it, and every assumption with its source."""

from typing import Any

from django.utils.translation import gettext as _

from candour.operations.cost_here import CostHere
from candour.site.components.link import Link
from candour.site.components.table.table import Column, Table
from candour.site.explore.cost.asked import meaning, unit_in_words
from candour.site.explore.cost.pounds import money
from candour.site.pages.reading import Reading


def published(answer: CostHere, reading: Reading[Any]) -> Table | None:
    """What others have published about an hour in that nation and year."""
    if not answer.published:
        return None
    return Table(
        id="published",
        caption=_("What others have published about an hour of home care"),
        columns=(
            Column("what", _("What")),
            Column("amount", _("Amount"), numeric=True),
            Column("publisher", _("Who says so")),
            Column("known", _("How sure we are")),
            Column("not_known", _("What it does not tell")),
        ),
        rows=tuple(
            (
                one.title,
                one.value,
                Link(one.publisher, one.url),
                one.known,
                one.not_known or one.why_not or _("nothing more"),
            )
            for one in answer.published
        ),
        address=reading.table("published"),
    )


def wages(answer: CostHere, reading: Reading[Any]) -> Table | None:
    """The lowest fee at each published wage."""
    cost = answer.cost
    if not cost.fees_at_wages:
        return None
    return Table(
        id="wages",
        caption=_("What if more were paid? The lowest fee for each wage"),
        columns=(
            Column("wage_is", _("Wage")),
            Column("wage", _("An hour"), numeric=True),
            Column("fee", _("Lowest fee"), numeric=True),
        ),
        rows=tuple(
            (one.title, money(one.wage, cost.currency), money(one.lowest_fee, cost.currency))
            for one in cost.fees_at_wages
        ),
        address=reading.table("wages"),
    )


def sensitivity(answer: CostHere, reading: Reading[Any]) -> Table | None:
    """By how much the price changes with each assumption."""
    cost = answer.cost
    if not cost.sensitivity:
        return None
    return Table(
        id="sensitivity",
        caption=_("What changes the price, and by how much"),
        columns=(
            Column("assumption", _("If this changes")),
            Column("step", _("by so much")),
            Column("price", _("the price changes by"), numeric=True),
        ),
        rows=tuple((meaning(one.assumption), one.step, f"{one.price_changes_by:+.2f}") for one in cost.sensitivity),
        address=reading.table("sensitivity"),
    )


def assumed(answer: CostHere, reading: Reading[Any]) -> Table:
    """Every assumption, and whose it is."""
    typed = reading.asked.typed
    return Table(
        id="assumed",
        caption=_("Every figure that this rests on"),
        columns=(
            Column("what", _("What")),
            Column("value", _("Figure"), numeric=True),
            Column("unit", _("In")),
            Column("source", _("Whose it is")),
            Column("known", _("How sure we are")),
        ),
        rows=tuple(
            (
                meaning(one.name),
                one.value,
                unit_in_words(one.unit),
                one.comes_from
                if one.comes_from != "given"
                else _("yours")
                if one.name in typed
                else _("our example"),
                one.known or _("an assumption"),
            )
            for one in answer.cost.assumed
        ),
        address=reading.table("assumed"),
    )
