"""Every indicator, by theme."""

from dataclasses import dataclass

import msgspec
from django.utils.translation import gettext as _

from candour.indicators.indicator_parts import THEMES
from candour.operations.comparing.measures import Comparable, comparable_by
from candour.site.components.link import Link
from candour.site.pages.asked import Asked
from candour.site.pages.kind import PageKind
from candour.site.pages.page import Page
from candour.site.pages.reading import Reading, address_of
from candour.site.pages.themes import theme_name
from candour.site.pages.ways import Way, Ways


class Indicators(msgspec.Struct, frozen=True):
    """All indicators, with how many values of each are known."""

    indicators: tuple[Comparable, ...]


@dataclass(frozen=True, slots=True)
class Body:
    """What the template shows: `other` leads to what is measured."""

    groups: tuple[Ways, ...]
    other: Link


def make(reading: Reading[Asked]) -> Page:
    """The list."""
    with reading.home.tables() as tables:
        version = tables.data_version
        found = tuple(one for one in comparable_by(tables, "councils") if one.sort == "indicator")
    groups = tuple(
        Ways(theme_name(theme), tuple(_way(one) for one in found if one.theme == theme)) for theme in THEMES
    )
    return Page(
        title=_("Indicators"),
        lead=_("Questions that we ask of notices. Each answer is worked out in the same way for everybody."),
        data_version=version,
        answer=Indicators(found),
        body=Body(groups, Link(_("What is measured of the care itself"), address_of("metrics"))),
    )


def _way(one: Comparable) -> Way:
    known = _("Known %(number)s times.") % {"number": f"{one.known:,}"}
    return Way(Link(one.title, address_of("indicator", one.id)), f"{one.question} {known}")


INDICATORS = PageKind(
    id="indicators",
    about="Every indicator by theme, with how many values are known.",
    key="",
    answer=Indicators,
    make=make,
)
