"""What one indicator means."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from candour.errors import NotFoundError
from candour.indicators.definition import Indicator, indicators
from candour.site.components.summary_list.summary_list import SummaryList
from candour.site.pages.asked import Asked
from candour.site.pages.kind import PageKind
from candour.site.pages.page import Page
from candour.site.pages.reading import Reading


@dataclass(frozen=True, slots=True)
class Body:
    """What the template shows."""

    indicator: Indicator
    facts: SummaryList


def make(reading: Reading[Asked]) -> Page:
    """The page of the indicator whose id is the key."""
    found = indicators().get(reading.key)
    if found is None:
        raise NotFoundError(f"no indicator is called {reading.key!r}")
    with reading.home.tables() as tables:
        data_version = tables.data_version
    facts = SummaryList(
        (
            (_("Counted or measured"), found.numerator),
            (_("Out of"), found.denominator),
            (_("Unit"), found.unit),
            (_("Version"), found.version),
        )
    )
    return Page(
        title=found.title,
        lead=found.question,
        data_version=data_version,
        answer=found,
        body=Body(found, facts),
        caveats=found.caveats,
    )


INDICATOR = PageKind(
    id="indicator",
    about="What an indicator means, and what it is for everybody.",
    key="an indicator's id",
    answer=Indicator,
    make=make,
    worth_seeing="SELECT DISTINCT indicator AS key FROM workings ORDER BY key",
)
