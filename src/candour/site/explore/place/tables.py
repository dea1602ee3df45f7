"""The contracts and the places of care of one area, as tables."""

from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from candour.operations.place.contracts import ContractThere
from candour.operations.place.locations import LocationThere
from candour.operations.place.place import PlacePage
from candour.site.components.link import Link
from candour.site.components.table.table import Column, Table
from candour.site.explore.place.words import standing_in_words
from candour.site.pages.reading import Reading, address_of


def contracts_table(answer: PlacePage, reading: Reading[Any]) -> Table:
    """The contracts in force, each with a sentence on its promises."""
    return Table(
        id="contracts",
        caption=_("Contracts in force on %(day)s, as published") % {"day": date_format(answer.day, "j F Y")},
        columns=(
            Column("title", _("Contract")),
            Column("as_promised", _("Is it being delivered as promised?")),
            Column("suppliers", _("Who gives the care")),
            Column("ends", _("Ends")),
            Column("buyer", _("Bought by"), in_file_only=True),
            Column("starts", _("Begins"), in_file_only=True),
            *(Column(name, name, numeric=True, in_file_only=True) for name in _COUNTS),
            Column("ocid", _("Process"), in_file_only=True),
            Column("contract_id", _("Contract's own number"), in_file_only=True),
        ),
        rows=tuple(_contract(one) for one in answer.contracts.contracts),
        address=reading.table("contracts"),
    )


_COUNTS = ("promised", "met", "missed", "not_told", "never_reported", "unpromised", "failures")


def _contract(one: ContractThere) -> tuple[object, ...]:
    return (
        Link(one.title or one.ocid, address_of("contract", one.ocid, contract=one.contract_id)),
        standing_in_words(one),
        ", ".join(one.suppliers) or None,
        one.ends or _("no end published"),
        one.buyer,
        one.starts,
        *(getattr(one, name) for name in _COUNTS),
        one.ocid,
        one.contract_id,
    )


def locations_table(answer: PlacePage, reading: Reading[Any]) -> Table:
    """Registered places of care, those with the nearest postcodes first."""
    return Table(
        id="locations",
        caption=_("Places of care in the registers"),
        columns=(
            Column("name", _("Place of care")),
            Column("services", _("What it does")),
            Column("postcode", _("Postcode")),
            Column("at_or_above_good", _("Good or better?")),
            Column("inspected", _("Last inspected")),
            Column("town", _("Town"), in_file_only=True),
            Column("provider", _("Provider"), in_file_only=True),
            Column("provider_name", _("Name of the provider"), in_file_only=True),
            Column("location", _("Number in the register"), in_file_only=True),
        ),
        rows=tuple(_location(one) for one in answer.locations.locations),
        address=reading.table("locations"),
        shown=25,
    )


def _location(one: LocationThere) -> tuple[object, ...]:
    return (
        Link(one.name or one.location, address_of("provider", one.provider or one.location)),
        ", ".join(one.services) or None,
        one.postcode,
        {"yes": _("Yes"), "no": _("No")}.get(one.at_or_above_good or "", one.lacking or _("not known")),
        one.inspected,
        one.town,
        one.provider,
        one.provider_name,
        one.location,
    )
