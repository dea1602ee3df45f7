"""Everything that is measured: the metrics of the outcome library, and what is published about councils."""

from dataclasses import dataclass

import msgspec
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from candour.indicators.definition import metrics
from candour.operations.comparing.measures import Comparable, comparable_by
from candour.site.components.link import Link
from candour.site.pages.asked import Asked
from candour.site.pages.kind import PageKind
from candour.site.pages.page import Page
from candour.site.pages.reading import Reading, address_of
from candour.site.pages.themes import theme_name
from candour.site.pages.ways import Way, Ways


class Measures(msgspec.Struct, frozen=True):
    """All metrics and outcomes of councils, with the number of councils of which a value is known."""

    measures: tuple[Comparable, ...]


@dataclass(frozen=True, slots=True)
class Body:
    """What the template shows: `other` leads to what we work out ourselves."""

    groups: tuple[Ways, ...]
    other: Link


def make(reading: Reading[Asked]) -> Page:
    """The list."""
    with reading.home.tables() as tables:
        version = tables.data_version
        found = tuple(one for one in comparable_by(tables, "councils") if one.sort != "indicator")
    return Page(
        title=_("What is measured"),
        lead=_("What can be known of care: from people who get it, from visits, from pay and from records."),
        data_version=version,
        answer=Measures(found),
        body=Body(tuple(_groups(found)), Link(_("What we work out from notices"), address_of("indicators"))),
    )


def _groups(found: tuple[Comparable, ...]) -> list[Ways]:
    sources = {
        "survey": _("Asked of people"),
        "visit log": _("Counted in visits"),
        "care records": _("Counted in records of care"),
        "register of events": _("Counted when something happens"),
        "payroll": _("Pay and staff"),
        "accounts": _("Out of accounts"),
        "contract list": _("Contracts"),
    }
    known = metrics()
    of_metrics = [
        Ways(title, tuple(_way(one) for one in found if one.id in known and known[one.id].collected.by == by))
        for by, title in sources.items()
    ]
    of_councils = tuple(_way(one) for one in found if one.sort == "council outcome")
    return [*of_metrics, Ways(theme_name("council outcome"), of_councils)]


def _way(one: Comparable) -> Way:
    known = _("Not reported yet.")
    if one.known:
        said = ngettext("Known in %(number)s council.", "Known in %(number)s councils.", one.known)
        known = said % {"number": f"{one.known:,}"}
    return Way(Link(one.title, address_of("metric", one.id)), f"{one.question} {known}")


METRICS = PageKind(
    id="metrics",
    about="Everything that is measured, by where it is known from.",
    key="",
    answer=Measures,
    make=make,
)
