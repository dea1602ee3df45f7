"""Services that passed from one provider to another, as a table."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from candour.operations.answers.words import code
from candour.operations.day import uk_day
from candour.operations.service_successions import ServiceSuccession
from candour.site.components.link import Link
from candour.site.components.table.table import Column, Table
from candour.site.pages.reading import address_of


def successions_table(found: Iterable[ServiceSuccession], caption: str, address: str) -> Table:
    """One row for each time that a service changed hands; its id is `services`."""
    return Table(
        id="services",
        caption=caption,
        columns=(
            Column("date", _("When")),
            Column("before", _("Before")),
            Column("after", _("After")),
            Column("buyer", _("Bought by")),
            Column("reason", _("Why")),
            Column("people", _("People who passed over"), numeric=True),
            Column("measured_before", _("Contract before")),
            Column("measured_after", _("Contract after")),
        ),
        rows=tuple(
            (
                uk_day(one.date),
                one.before_supplier,
                one.after_supplier,
                one.buyer,
                code(one.reason) if one.reason else None,
                one.people_transferred,
                _contract(one.before_ocid),
                _contract(one.after_ocid),
            )
            for one in found
        ),
        address=address,
    )


def _contract(ocid: str | None) -> Link | None:
    return Link(ocid, address_of("contract", ocid)) if ocid else None
