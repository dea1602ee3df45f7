"""One council: the care in its area, what it buys, what came of it, beside councils like it."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from pydantic import Field

from candour.care.outcome_series import Series
from candour.operations.changes import changes_of_council
from candour.operations.council_in_full.answer import CouncilInFull, council_in_full
from candour.site.components.chart.chart import Chart
from candour.site.components.figure.figure import Figure
from candour.site.components.form.form import Form
from candour.site.components.link import Link
from candour.site.components.pagination.pagination import Pagination
from candour.site.components.scorecard.scorecard import Scorecard
from candour.site.components.summary_list.summary_list import SummaryList
from candour.site.components.table.table import Table
from candour.site.explore.council import care, chart, contracts, neighbours, outcomes
from candour.site.explore.council.easy import easy
from candour.site.pages.asked import Asked
from candour.site.pages.kind import PageKind
from candour.site.pages.page import Page
from candour.site.pages.reading import Reading, address_of
from candour.site.pages.sources import source_files

_WORTH_SEEING = """
SELECT COALESCE(council_code, buyer_name) AS key FROM processes
WHERE social_care = 'yes' AND (council_code IS NOT NULL OR buyer_name LIKE '% Council')
GROUP BY key ORDER BY COUNT(*) FILTER (WHERE performance_published) DESC, key
"""


class CouncilAsked(Asked):
    """A page of its contracts, and the measure whose years are drawn."""

    page: int = Field(1, ge=1, le=100_000, description="Which page of its contracts, counted from 1.")
    measure: str | None = Field(
        None, max_length=60, description="The id of the outcome whose years are drawn; else the first of them."
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """What the template shows."""

    facts: SummaryList
    successors: tuple[Link, ...]
    lineage: str
    links: tuple[Link, ...]
    care: tuple[Figure, ...]
    providers: Table
    outcomes: Table
    years: Chart | None
    choosing: Form | None
    every_figure: Table
    outcome_caveats: tuple[str, ...]
    neighbours: Table
    no_neighbours: tuple[str, ...]
    neighbour_notes: tuple[str, ...]
    neighbours_figures: Table
    scorecard: Scorecard | None
    contracts: Table
    pages: Pagination
    quality: Table
    fees: Table
    prices: Table

    @property
    def tables(self) -> tuple[Table, ...]:
        """Those that have rows."""
        every = (
            *(self.providers, self.outcomes, self.every_figure, self.neighbours, self.neighbours_figures),
            *((self.scorecard.table,) if self.scorecard else ()),
            *(self.contracts, self.quality, self.fees, self.prices),
        )
        return tuple(table for table in every if table.rows)


def make(reading: Reading[CouncilAsked]) -> Page:
    """The page of the council with this code or name."""
    answer = council_in_full(reading.home, reading.key, reading.day, reading.asked.page)
    series = chart.chosen(answer, reading.asked.measure)
    body = _body(answer, series, reading)
    return Page(
        title=answer.name,
        lead=_lead(answer),
        data_version=answer.data_version,
        answer=answer,
        body=body,
        tables=body.tables,
        charts=(body.years,) if body.years else (),
        sources=source_files(answer.sources),
        caveats=(
            _("A figure of a council is about all the care that it arranges, by whomever it is given."),
            _("What is not published is not known. It is neither good nor bad."),
        ),
    )


def _lead(answer: CouncilInFull) -> str:
    said = list(care.in_words(answer))
    bought = answer.bought
    told = {"number": f"{bought.processes:,}", "reported": f"{bought.reported:,}"}
    if bought.processes:
        said.append(
            ngettext(
                "It has published %(number)s notice of care that it buys.",
                "It has published %(number)s purchases of care.",
                bought.processes,
            )
            % told
        )
        some = _("For %(reported)s of them anybody can read how it went.")
        said.append((some if bought.reported else _("How they went is published for none of them.")) % told)
    else:
        said.append(_("We hold no notice of care that it buys."))
    return " ".join(said)


def _body(answer: CouncilInFull, series: Series | None, reading: Reading[CouncilAsked]) -> Body:
    return Body(
        facts=_facts(answer),
        successors=_successors(answer),
        lineage=answer.lineage.wording if answer.lineage and _ended(answer) else "",
        links=(
            Link(_("What an hour of care costs here"), address_of("cost", council=reading.key)),
            Link(_("Compare it with other councils"), address_of("compare", kind="councils", one=reading.key)),
        ),
        care=care.figures(answer),
        providers=care.providers_table(answer, reading),
        outcomes=outcomes.latest_table(answer, reading, fees=False),
        years=chart.years_chart(answer, series, reading) if series else None,
        choosing=chart.choosing(answer, reading, series.measure) if series else None,
        every_figure=outcomes.series_table(answer, reading),
        outcome_caveats=outcomes.caveats(answer),
        neighbours=neighbours.neighbours_table(answer, reading),
        no_neighbours=neighbours.why_none(answer),
        neighbour_notes=neighbours.method_notes(answer),
        neighbours_figures=outcomes.neighbour_values_table(answer, reading),
        scorecard=Scorecard.of(answer.scorecard, reading.table("scorecard")) if answer.scorecard else None,
        contracts=contracts.contracts_table(answer, reading),
        pages=contracts.pages_of_contracts(answer, reading),
        quality=contracts.quality_table(answer, reading),
        fees=outcomes.latest_table(answer, reading, fees=True),
        prices=contracts.prices_table(answer, reading),
    )


def _facts(answer: CouncilInFull) -> SummaryList:
    known = answer.council
    if known is None:
        return SummaryList(
            ((_("What it is"), _("a name that is in no table of councils; all here is by that name")),)
        )
    duty = _("yes") if known.social_care else _("no, another council of this area does")
    facts: list[tuple[str, object]] = [
        (_("Nation"), known.nation),
        (_("Region"), known.region or _("none")),
        (_("Kind of council"), known.kind),
        (_("Arranges care for adults"), duty),
        (_("Code"), known.gss),
    ]
    if known.end:
        facts.append((_("It ended"), known.end))
    return SummaryList(tuple(facts))


def _ended(answer: CouncilInFull) -> bool:
    """Whether it does not stand on the day: it has ended, or has not begun."""
    return answer.council is not None and not answer.council.in_force(answer.day)


def _successors(answer: CouncilInFull) -> tuple[Link, ...]:
    """Who stands for its area on the day, where it does not itself."""
    if answer.lineage is None or not _ended(answer):
        return ()
    return tuple(Link(one.name, address_of("council", one.gss)) for one in answer.lineage.councils)


COUNCIL = PageKind(
    id="council",
    about="A council: providers, contracts, outcomes beside councils like it, standards, fees, variation.",
    key="a council's GSS code or name",
    answer=CouncilInFull,
    make=make,
    easy=easy,
    feed=lambda reading: changes_of_council(reading.home, reading.key, reading.day),
    asked=CouncilAsked,
    worth_seeing=_WORTH_SEEING,
)
