"""One purchase, however often it was published: which notices, how sure, one timeline, and where they differ."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from candour.operations.answers.words import listed
from candour.operations.procurement import Notice, Procurement, SameBecause, procurement
from candour.site.components.chart.chart import Chart
from candour.site.components.link import Link
from candour.site.components.table.table import Column, Table
from candour.site.explore.contract.papers import contracts_table
from candour.site.pages.asked import Asked
from candour.site.pages.kind import PageKind
from candour.site.pages.page import Page
from candour.site.pages.reading import Reading, address_of
from candour.site.pages.releases import RELEASE_FILES, release_files, releases_chart, releases_table
from candour.site.pages.sources import source_files

_WORTH_SEEING = "SELECT ocid_a AS key FROM links GROUP BY ocid_a ORDER BY COUNT(*) DESC, key"


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """What the template shows."""

    notices: Table
    links: Table
    differences: Table
    contracts: Table
    releases: Table
    timeline: Chart | None
    several: bool

    @property
    def tables(self) -> tuple[Table, ...]:
        """Those that have rows."""
        every = (self.notices, self.links, self.differences, self.contracts, self.releases)
        return tuple(table for table in every if table.rows)


def make(reading: Reading[Asked]) -> Page:
    """The page of the purchase that this process is part of."""
    found = procurement(reading.home, reading.key, reading.day)
    releases = releases_table(found.releases, reading)
    timeline = releases_chart(found.releases, releases, reading)
    lines = tuple(line for notice in found.notices for line in notice.contracts)
    body = Body(
        notices=_notices(found, reading),
        links=_links(found, reading),
        differences=_differences(found, reading),
        contracts=contracts_table(lines, reading),
        releases=releases,
        timeline=timeline,
        several=len(found.notices) > 1,
    )
    first = found.notices[0]
    return Page(
        title=first.title or _("A purchase without a title"),
        lead=_lead(found),
        data_version=found.data_version,
        answer=found,
        body=body,
        tables=body.tables,
        charts=(timeline,) if timeline else (),
        sources=source_files(found.receipts),
        files=release_files(reading),
        caveats=(
            _("That two processes are one purchase is a judgement, made from what they say. Nothing was merged."),
            _("Money stands in each of them: never add it up over both."),
        ),
    )


def _lead(found: Procurement) -> str:
    buyer = found.notices[0].buyer or _("The buyer")
    number = len(found.notices)
    if number == 1:
        return _("%(buyer)s published this purchase once, as far as we know: no twin of it was found.") % {
            "buyer": buyer
        }
    lowest = min(link.score for link in found.links)
    sure = _("A person decided so.") if any(link.decided_by for link in found.links) else _sure(float(lowest))
    return _("%(buyer)s published this purchase %(number)s times, under different numbers. %(sure)s") % {
        "buyer": buyer,
        "number": number,
        "sure": sure,
    }


def _sure(score: float) -> str:
    return _("We are %(percent)s%% sure that it is the same one.") % {"percent": min(99, round(score * 100))}


def _notices(found: Procurement, reading: Reading[Any]) -> Table:
    return Table(
        id="processes",
        caption=_("Where it was published"),
        columns=(
            Column("ocid", _("Process")),
            Column("publisher", _("Published by")),
            Column("title", _("Title")),
            Column("stage", _("How far it says it is")),
            Column("results", _("Does it say what came of it?")),
        ),
        rows=tuple(
            (
                Link(one.ocid, address_of("contract", one.ocid)),
                ", ".join(one.publishers) or None,
                one.title,
                one.stage,
                _("yes") if one.has_results else _("no"),
            )
            for one in found.notices
        ),
        address=reading.table("processes"),
    )


def _links(found: Procurement, reading: Reading[Any]) -> Table:
    return Table(
        id="links",
        caption=_("Why we think that they are one purchase"),
        columns=(
            Column("ocid_a", _("One")),
            Column("ocid_b", _("The other")),
            Column("sure", _("How sure, from 0 to 1"), numeric=True),
            Column("method", _("How it was found")),
            Column("reasons", _("What spoke for it and against it, with its points")),
            Column("decided_by", _("Decided by"), in_file_only=True),
        ),
        rows=tuple(
            (one.ocid_a, one.ocid_b, one.score, _method(one), "; ".join(one.reasons), one.decided_by)
            for one in found.links
        ),
        address=reading.table("links"),
    )


def _method(one: SameBecause) -> str:
    if one.decided_by:
        return _("a person decided: %(who)s") % {"who": one.decided_by}
    known = {"score": _("points were added up"), "reference": _("one names the other")}
    return known.get(one.method, one.method)


def _differences(found: Procurement, reading: Reading[Any]) -> Table:
    names = {
        "title": _("Title"),
        "buyer": _("Buyer"),
        "stage": _("How far it is"),
        "estimate": _("Estimated value"),
        "bids_until": _("Bids until"),
        "bids": _("How many bids"),
        "suppliers": _("Awarded to"),
        "contract_starts": _("Contract begins"),
        "contract_ends": _("Contract ends"),
    }
    return Table(
        id="differences",
        caption=_("What they tell differently"),
        columns=(Column("fact", _("What")), *(_by(number, one) for number, one in enumerate(found.notices, 1))),
        rows=tuple((names[one.fact], *one.said) for one in found.differences),
        address=reading.table("differences"),
    )


def _by(number: int, one: Notice) -> Column:
    publisher = listed(one.publishers) if one.publishers else _("Process %(number)s") % {"number": number}
    return Column(f"said_{number}", publisher, one.ocid)


PROCUREMENT = PageKind(
    id="procurement",
    about="One purchase with every process that it was published as, how sure that is, and where they differ.",
    key="an ocid",
    answer=Procurement,
    make=make,
    worth_seeing=_WORTH_SEEING,
    files=RELEASE_FILES,
)
