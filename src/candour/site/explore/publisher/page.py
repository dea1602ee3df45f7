"""One publisher: what its data can and cannot answer, what was received when, what is wrong with it."""

from collections import Counter
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from candour.operations.day import uk_day
from candour.operations.publisher.answer import PublisherPage, publisher
from candour.site.components.summary_list.summary_list import SummaryList
from candour.site.components.table.table import Table
from candour.site.explore.publisher import tables
from candour.site.pages.asked import Asked
from candour.site.pages.kind import PageKind
from candour.site.pages.page import Page
from candour.site.pages.reading import Reading
from candour.site.pages.sources import source_files
from candour.sources.definition import KnownFault

_WORTH_SEEING = """
SELECT key FROM (
    SELECT COALESCE(publisher, source) AS key, COUNT(*) AS releases FROM releases GROUP BY ALL
    UNION ALL SELECT source AS key, 0 AS releases FROM receipts WHERE source IN ('cqc', 'ascof')
)
GROUP BY key ORDER BY MAX(releases) DESC, key
"""
_FILES_NAMED = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """What the template shows."""

    facts: SummaryList
    looked_at: str
    about_buying: Table
    about_results: Table
    rows: Table
    problems: Table
    known_faults: tuple[KnownFault, ...]
    corrections: Table
    receipts: Table

    @property
    def tables(self) -> tuple[Table, ...]:
        """Those that have rows."""
        every = (
            *(self.about_buying, self.about_results, self.rows),
            *(self.problems, self.corrections, self.receipts),
        )
        return tuple(table for table in every if table.rows)


def make(reading: Reading[Asked]) -> Page:
    """The page of the publisher with this name, or of the source with this id."""
    answer = publisher(reading.home, reading.key)
    body = Body(
        facts=_facts(answer),
        looked_at=_looked_at(answer),
        about_buying=tables.questions_table(answer, reading, "indicator"),
        about_results=tables.questions_table(answer, reading, "metric"),
        rows=tables.rows_table(answer, reading),
        problems=tables.problems_table(answer, reading),
        known_faults=answer.source.known_faults if answer.source else (),
        corrections=tables.corrections_table(answer, reading),
        receipts=tables.receipts_table(answer, reading),
    )
    return Page(
        title=answer.source.title if answer.source and answer.source.id == answer.name else answer.name,
        lead=_lead(answer),
        data_version=answer.data_version,
        answer=answer,
        body=body,
        tables=body.tables,
        sources=source_files(answer.receipts[:_FILES_NAMED]),
        caveats=(
            _("A question that the data cannot answer may have an answer all the same: it is not published."),
            _("A problem is about data, and not about care."),
        ),
    )


def _lead(answer: PublisherPage) -> str:
    told = answer.received
    if not answer.answerable.questions:
        return ngettext(
            "We hold %(number)s file of it. Here is what became of its rows.",
            "We hold %(number)s files of it. Here is what became of their rows.",
            told.receipts,
        ) % {"number": f"{told.receipts:,}"}
    states = Counter(one.state for one in answer.answerable.questions)
    asked = states["yes"] + states["partly"] + states["no"]
    said = _(
        "Of %(asked)s questions that arise, its data can answer %(yes)s for all and %(partly)s for some processes."
    )
    return said % {"asked": asked, "yes": states["yes"], "partly": states["partly"]}


def _looked_at(answer: PublisherPage) -> str:
    """Of how many processes the answers are."""
    found = answer.answerable
    told = {"looked": f"{found.looked_at:,}", "all": f"{found.processes:,}"}
    if found.looked_at == found.processes:
        return _("We looked into all %(all)s of its contracting processes.") % told
    return _("We looked into %(looked)s of its %(all)s contracting processes, picked by a fair rule.") % told


def _facts(answer: PublisherPage) -> SummaryList:
    told, source = answer.received, answer.source
    facts: list[tuple[str, object]] = []
    if source:
        facts += [(_("Received from"), source.title), (_("How often it publishes"), source.cadence)]
        facts += [(_("Its address"), source.address)] if source.address else []
    facts.append((_("Licence"), ", ".join(told.licences) or None))
    if told.releases:
        facts.append((_("Notices"), _("%(number)s, of %(first)s to %(last)s") % _span(told.releases, answer)))
        facts.append((_("Contracting processes"), f"{told.processes:,}"))
    facts.append((_("Files received"), f"{told.receipts:,}"))
    facts.append((_("First received"), uk_day(told.first_received)))
    facts.append((_("Last received"), uk_day(told.last_received)))
    return SummaryList(tuple(facts))


def _span(releases: int, answer: PublisherPage) -> dict[str, object]:
    first, last = uk_day(answer.received.first_date), uk_day(answer.received.last_date)
    return {"number": f"{releases:,}", "first": first or _("no date"), "last": last or _("no date")}


PUBLISHER = PageKind(
    id="publisher",
    about="What a publisher's data can and cannot answer, what was received when, problems and corrections.",
    key="a publisher's name as on its notices, or a source's id",
    answer=PublisherPage,
    make=make,
    worth_seeing=_WORTH_SEEING,
)
