"""One minimum standard: what it asks, what it rests on, and who is known to keep it."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from candour.indicators.definition import metrics
from candour.minimum_standards.standard import ByMetric, Standard
from candour.operations.standards.kept import StandardKept, standard_kept
from candour.site.components.chart.chart import Chart
from candour.site.components.figure.figure import Figure
from candour.site.components.link import Link
from candour.site.components.summary_list.summary_list import SummaryList
from candour.site.components.table.table import Table
from candour.site.explore.standard import contracts, councils
from candour.site.pages.asked import Asked
from candour.site.pages.floors import amount, asks, nation_in_words
from candour.site.pages.kind import PageKind
from candour.site.pages.page import Page
from candour.site.pages.reading import Reading, address_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """What the template shows."""

    standard: Standard
    facts: SummaryList
    sources: tuple[object, ...]
    raised: tuple[str, ...]
    councils: tuple[Chart, ...]
    kept: Figure | None
    contracts: tuple[Table, ...]
    stated: Table | None
    unseen: bool


def make(reading: Reading[Asked]) -> Page:
    """The page of the standard whose id is the key."""
    answer = standard_kept(reading.home, reading.key, reading.day)
    standard = answer.standard
    body = Body(
        standard=standard,
        facts=_facts(standard),
        sources=tuple(Link(one.title, one.url) if one.url else one.title for one in standard.evidence),
        raised=tuple(
            f"{one.place}: {asks(one.standard.asks)}. {one.standard.justification}" for one in answer.raised
        ),
        councils=tuple(councils.charts(answer, reading)),
        kept=contracts.figure(answer),
        contracts=tuple(contracts.tables(answer, reading)),
        stated=contracts.stated(answer, reading),
        unseen=standard.measured is None,
    )
    measured = standard.measured
    return Page(
        title=standard.title,
        lead=_lead(answer),
        data_version=answer.data_version,
        answer=answer,
        body=body,
        tables=(*body.contracts, *((body.stated,) if body.stated else ())),
        charts=body.councils,
        definitions=(Link(metrics()[measured.metric].title, address_of("metric", measured.metric)),)
        if isinstance(measured, ByMetric)
        else (),
        caveats=(
            _("To be below a standard is a question to ask, and no verdict."),
            _("Nobody has to report most of this. Who does not report may keep it or not: it is not known."),
        ),
    )


def _lead(answer: StandardKept) -> str:
    standard = answer.standard
    floor = standard.asks
    question = standard.question
    said = _("It must be so.") if floor.value is None else _("The standard: %(asks)s.") % {"asks": asks(floor)}
    return f"{question} {said} {_known(answer)}"


def _known(answer: StandardKept) -> str:
    if answer.reports and answer.reports.contracts:
        number = answer.reports.contracts
        return ngettext(
            "%(keep)s of the %(number)s contract that reports on it keeps it.",
            "%(keep)s of the %(number)s contracts that report on it keep it.",
            number,
        ) % {"keep": answer.reports.keep, "number": number}
    places = sum(one.variation.places for one in answer.councils)
    if places:
        below = sum(one.standing == "below the floor" for each in answer.councils for one in each.standings)
        return ngettext(
            "%(below)s of %(places)s councils is below it.", "%(below)s of %(places)s councils are below it.", below
        ) % {"below": below, "places": places}
    return _("Nothing published here says who keeps it.")


def _facts(standard: Standard) -> SummaryList:
    whom = {
        "tender": _("tenders"),
        "contract": _("contracts"),
        "provider": _("providers"),
        "council": _("councils"),
    }
    facts: list[tuple[str, object]] = [
        (_("What it asks"), asks(standard.asks)),
        (_("What it is for"), standard.why),
        (_("Why this much"), standard.justification),
        (_("Of whom it is asked"), ", ".join(whom[one] for one in standard.applies_to)),
        (_("Where it holds"), ", ".join(nation_in_words(one) for one in standard.nations)),
    ]
    if standard.local_limit is not None:
        facts.append((_("A council may raise it to"), amount(standard.local_limit, standard.unit)))
    return SummaryList((*facts, (_("Looked at again by"), standard.review_date)))


STANDARD = PageKind(
    id="standard",
    about="One minimum standard: what it asks, what it rests on, who is known to keep it.",
    key="a standard's id",
    answer=StandardKept,
    make=make,
    worth_seeing="""
        SELECT * FROM (VALUES ('missed-visits'), ('safe'), ('visit-length'), ('few-workers')) AS standards (key)
    """,
)
