"""The front page: what Candour is, the box, questions that people have, and what is in the data."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from candour.operations.answers.questions import roles
from candour.operations.overview import Overview, overview
from candour.site.components.figure.figure import Figure
from candour.site.components.form.form import Form
from candour.site.components.link import Link
from candour.site.components.summary_list.summary_list import SummaryList
from candour.site.components.table.table import Column, Table
from candour.site.explore.home.questions import Asks, questions
from candour.site.explore.search.form import box
from candour.site.pages.asked import Asked
from candour.site.pages.kind import PageKind
from candour.site.pages.page import Page
from candour.site.pages.reading import FRONT, Reading, address_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """What the template shows."""

    box: Form
    questions: tuple[Asks, ...]
    reported: Figure
    facts: SummaryList
    sources: Table
    roles: tuple[tuple[str, str], ...]


def make(reading: Reading[Asked]) -> Page:
    """The front page."""
    answer = overview(reading.home)
    sources = _sources(answer, reading)
    return Page(
        title=_("What was promised in social care, and what came of it"),
        lead=_(
            "Candour shows what councils buy in social care, what was promised to people, and what came of it. "
            "It says where each number is from, and what nobody has published."
        ),
        data_version=answer.data_version,
        answer=answer,
        body=Body(
            box=box(),
            questions=questions(answer.examples),
            reported=_reported(answer),
            facts=_facts(answer),
            sources=sources,
            roles=tuple((role.title, role.about) for role in roles().values()),
        ),
        tables=(sources,),
        caveats=(
            _("Only what was published is here. Care that people pay for themselves is in few notices."),
            _("Small contracts often need no notice. Many are in no data at all."),
            _("What is not reported is not known. It is neither good nor bad, and never counted as zero."),
        ),
    )


def _reported(answer: Overview) -> Figure:
    sentence = _("Awarded contracts for social care of which anything is published about how they went")
    if not answer.awarded:
        return Figure(sentence=sentence, state="not computable", because=_("no award of social care was received"))
    return Figure(
        sentence=sentence,
        value=_("%(reported)s of %(awarded)s")
        % {"reported": f"{answer.reported:,}", "awarded": f"{answer.awarded:,}"},
        interval=f"({answer.reported / answer.awarded:.0%})",
        caveats=(
            _("All of those received here, so there is no interval. Others may have been published elsewhere."),
        ),
        method=address_of("indicator", "performance-published-share"),
    )


def _facts(answer: Overview) -> SummaryList:
    return SummaryList(
        (
            (_("Contracts and tenders (processes)"), f"{answer.processes:,}"),
            (_("Of these surely social care"), f"{answer.social_care:,}"),
            (_("Notices they were made from (releases)"), f"{answer.releases:,}"),
            (_("From"), answer.first_day),
            (_("To"), answer.last_day),
            (_("Registered providers"), f"{answer.providers:,}"),
            (_("Places of care"), f"{answer.locations:,}"),
            (_("Councils"), f"{answer.councils:,}"),
            (_("Data version"), answer.data_version),
        )
    )


def _sources(answer: Overview, reading: Reading[Asked]) -> Table:
    return Table(
        id="sources",
        caption=_("Who published it"),
        columns=(
            Column("source", _("Source")),
            Column("publisher", _("Publisher")),
            Column("receipts", _("Files received"), numeric=True),
            Column("last_received", _("Last received")),
            Column("licence", _("Licence")),
        ),
        rows=tuple(
            (_publisher(one.source), one.publisher, one.receipts, one.last_received, one.licence)
            for one in answer.sources
        ),
        address=reading.table("sources"),
    )


def _publisher(source: str) -> Link:
    return Link(source.replace("_", " "), address_of("publisher", source))


HOME = PageKind(
    id=FRONT,
    about="The front page: what is in the data, and where questions that people have are answered.",
    key="",
    answer=Overview,
    make=make,
)
