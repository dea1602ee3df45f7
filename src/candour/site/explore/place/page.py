"""A place: whose area it is, what is bought for people there, who gives care, and how good it was found."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from candour.operations.place.area import Area
from candour.operations.place.place import PlacePage, place
from candour.site.components.form.form import Form
from candour.site.components.link import Link
from candour.site.components.notice.notice import Notice
from candour.site.components.table.table import Table
from candour.site.explore.place.easy import easy
from candour.site.explore.place.tables import contracts_table, locations_table
from candour.site.explore.place.words import lead, why_no_council
from candour.site.explore.search.form import box
from candour.site.pages.asked import Asked
from candour.site.pages.kind import PageKind
from candour.site.pages.page import Page
from candour.site.pages.reading import Reading, address_of

_WORTH_SEEING = """
SELECT buyer_name AS key FROM processes
JOIN contracts ON contracts.ocid = processes.ocid
WHERE buyer_name IN (SELECT council_name FROM locations)
GROUP BY buyer_name
ORDER BY COUNT(*) FILTER (WHERE number_of_delivered_metrics > 0) DESC, COUNT(*) DESC, key
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """What the template shows."""

    why_not: str
    near: tuple[Link, ...]
    succession: Notice | None
    ways: tuple[Link, ...]
    contracts: Table
    contracts_left_out: int
    every_contract: Link | None
    locations: Table
    locations_left_out: int
    box: Form


def make(reading: Reading[Asked]) -> Page:
    """The page of a postcode or a council."""
    answer = place(reading.home, reading.key, reading.day)
    area = answer.area
    contracts, locations = contracts_table(answer, reading), locations_table(answer, reading)
    return Page(
        title=_title(area),
        lead=lead(answer),
        data_version=answer.data_version,
        answer=answer,
        body=Body(
            why_not=why_no_council(area),
            near=tuple(Link(f"{one.name} ({one.locations})", address_of("place", one.key)) for one in area.near),
            succession=Notice(area.succession) if area.succession else None,
            ways=_ways(area),
            contracts=contracts,
            contracts_left_out=answer.contracts.found - len(contracts.rows),
            every_contract=_every_contract(area),
            locations=locations,
            locations_left_out=answer.locations.found - len(locations.rows),
            box=box(),
        ),
        tables=tuple(table for table in (contracts, locations) if table.rows),
        above=(Link(_("Search"), address_of("search")),),
        caveats=(
            _("Only contracts that were published can be shown. Councils also buy in ways that nobody publishes."),
            _("A promise that was never reported may have been kept. It is a question to ask."),
            _("A rating is what inspectors saw on a day. Without one, nothing is said about how good a place is."),
            _("Nearness is told by how postcodes begin, and not by the way there."),
        ),
    )


def _title(area: Area) -> str:
    if not area.postcode:
        return _("Care in the area of %(council)s") % {"council": area.name}
    return _("Care in %(postcode)s") % {"postcode": area.postcode}


def _ways(area: Area) -> tuple[Link, ...]:
    if not area.name:
        return ()
    about = Link(_("All about %(council)s") % {"council": area.name}, address_of("council", area.key))
    alike = Link(_("Compare it with other councils"), address_of("compare", kind="councils", one=area.key))
    if area.lowest is None:
        return about, alike
    told = {"council": area.lowest.name}
    return about, Link(_("Its district: %(council)s") % told, address_of("council", area.lowest.gss)), alike


def _every_contract(area: Area) -> Link | None:
    if not area.name:
        return None
    return Link(_("Every contract of %(council)s") % {"council": area.name}, address_of("search", council=area.key))


PLACE = PageKind(
    id="place",
    about="A place: whose area it is, contracts in force and their promises, who gives care there.",
    key="a postcode, a council's name, or its GSS code",
    answer=PlacePage,
    make=make,
    easy=easy,
    worth_seeing=_WORTH_SEEING,
)
