"""One registered provider: how it is rated, what it was awarded, what came of it, and who it is."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from pydantic import Field

from candour.operations.changes import changes_of_provider
from candour.operations.provider import ProviderPage, provider
from candour.site.components.chart.chart import Chart
from candour.site.components.contents.contents import Contents
from candour.site.components.figure.figure import Figure
from candour.site.components.link import Link
from candour.site.components.summary_list.summary_list import SummaryList
from candour.site.components.table.table import Table
from candour.site.explore.provider import contracts, people, rated_over_time, ratings
from candour.site.explore.provider.contents import contents
from candour.site.explore.provider.easy import easy
from candour.site.pages.asked import Asked
from candour.site.pages.kind import PageKind
from candour.site.pages.page import Page
from candour.site.pages.ratings import regulator, share_figure, share_in_words
from candour.site.pages.reading import Reading, address_of
from candour.site.pages.sources import source_files

_WORTH_SEEING = """
SELECT organisation_links.other_key AS key
FROM organisation_links JOIN suppliers ON suppliers.supplier_key = organisation_links.organisation_key
WHERE organisation_links.outcome = 'linked' AND organisation_links.other_kind = 'provider'
GROUP BY organisation_links.other_key ORDER BY COUNT(*) DESC, key
"""


class ProviderAsked(Asked):
    """A day to look at."""

    on: date | None = Field(None, description="As it was known on this day; else today.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """What the template shows."""

    facts: SummaryList
    councils: tuple[Link, ...]
    alike: Link
    contents: Contents
    shares: tuple[Figure, ...]
    locations: Table
    rated_over_time: Chart | None
    ratings: Table
    every_rating: Table
    stated: Table
    outcomes: Table
    feedback: Table
    contracts: Table
    ownership: Table
    registrations: Table
    took_over: Table
    services: Table
    names: Table
    contributions: Table
    lessons: Table
    took_part: str

    @property
    def tables(self) -> tuple[Table, ...]:
        """Those that have rows."""
        every = (
            *(self.locations, self.ratings, self.every_rating, self.stated, self.outcomes, self.feedback),
            *(self.contracts, self.ownership, self.registrations, self.took_over, self.services, self.names),
            *(self.contributions, self.lessons),
        )
        return tuple(table for table in every if table.rows)


def make(reading: Reading[ProviderAsked]) -> Page:
    """The page of the provider with this key, number or name."""
    answer = provider(reading.home, reading.key, reading.asked.on or reading.day)
    body = _body(answer, reading)
    return Page(
        title=_name(answer),
        lead=_lead(answer),
        data_version=answer.data_version,
        answer=answer,
        body=body,
        tables=body.tables,
        charts=(body.rated_over_time,) if body.rated_over_time else (),
        sources=source_files(answer.sources),
        caveats=(
            _("A rating is what inspectors saw on a day. Ask what has changed since."),
            _("Each nation rates in its own way. A rating of one is never turned into a rating of another."),
            _("Results under one contract are about the people of that contract, and not about everybody."),
        ),
    )


def _name(answer: ProviderPage) -> str:
    return answer.provider["name"] or _("Provider %(key)s, whose name is in no file received") % {
        "key": answer.provider["provider"]
    }


def _lead(answer: ProviderPage) -> str:
    said = [
        ngettext(
            "It gives care at %(number)s location.", "It gives care at %(number)s locations.", len(answer.locations)
        )
        % {"number": f"{len(answer.locations):,}"}
    ]
    said.extend(share_in_words(share) for share in answer.shares)
    number = answer.number_of_awards
    known = ngettext("We know of %(number)s contract award.", "We know of %(number)s contract awards.", number)
    said.append(known % {"number": f"{number:,}"} if number else _("We know of no contract award."))
    return " ".join(said)


def _body(answer: ProviderPage, reading: Reading[ProviderAsked]) -> Body:
    councils = dict.fromkeys(link for one in answer.locations if (link := ratings.council_link(one.location)))
    key = str(answer.provider["provider"])
    return Body(
        facts=_facts(answer),
        councils=tuple(councils),
        alike=Link(_("Compare it with other providers"), address_of("compare", kind="providers", one=key)),
        contents=contents(),
        shares=tuple(share_figure(share) for share in answer.shares),
        locations=ratings.locations_table(answer, reading),
        rated_over_time=rated_over_time.chart(answer, reading),
        ratings=ratings.history_table(answer, reading),
        every_rating=ratings.every_rating(answer, reading),
        stated=contracts.stated_table(answer, reading),
        outcomes=contracts.outcomes_table(answer, reading, feedback=False),
        feedback=contracts.outcomes_table(answer, reading, feedback=True),
        contracts=contracts.awards_table(answer, reading),
        ownership=people.ownership_table(answer, reading),
        registrations=people.registrations_table(answer, reading),
        took_over=people.register_successions_table(answer, reading),
        services=people.services_table(answer, reading),
        names=people.names_table(answer, reading),
        contributions=people.heard_table(answer, reading),
        lessons=people.learned_table(answer, reading),
        took_part=people.took_part(answer),
    )


def _facts(answer: ProviderPage) -> SummaryList:
    row = answer.provider
    ended = (_("Ended"), row["deregistered"]) if row.get("deregistered") else None
    brand = (_("Part of the brand"), row["brand"]) if row.get("brand") else None
    facts: list[tuple[str, object] | None] = [
        (_("Registered with"), regulator(row["register"])),
        (_("Number there"), row.get("number")),
        (_("Status"), row.get("status")),
        (_("Registered since"), row.get("registered")),
        ended,
        (_("Kind of ownership, by the register"), row.get("ownership")),
        (_("Company number"), row.get("company")),
        (_("Charity number"), row.get("charity")) if row.get("charity") else None,
        brand,
        (_("Postcode of its office"), row.get("postcode")),
    ]
    return SummaryList(tuple(fact for fact in facts if fact))


PROVIDER = PageKind(
    id="provider",
    about="A registered provider: ratings over time, contracts, outcomes in total and by contract, who it is.",
    key="a provider's key, number in a register, or name",
    answer=ProviderPage,
    make=make,
    easy=easy,
    feed=lambda reading: changes_of_provider(reading.home, reading.key),
    asked=ProviderAsked,
    worth_seeing=_WORTH_SEEING,
)
