"""What an hour of home care costs, where each pound goes, and whether a fee can pay what the law asks."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from candour.costing.assumptions import NAMES
from candour.costing.errors import CostingError
from candour.errors import NotFoundError
from candour.operations.cost_here import CostHere, cost_here
from candour.site.components.chart.chart import Chart
from candour.site.components.figure.figure import Figure
from candour.site.components.link import Link
from candour.site.components.notice.notice import Notice
from candour.site.components.table.table import Table
from candour.site.explore.cost import fees, pounds, tables
from candour.site.explore.cost.asked import CostAsked, form, meaning, names_of, nation_in_words, unit_in_words
from candour.site.explore.cost.easy import easy
from candour.site.pages.faults import AnswerError
from candour.site.pages.kind import PageKind
from candour.site.pages.page import Page
from candour.site.pages.reading import Reading, address_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """What the template shows; parts about a fee or a council are empty where none was given."""

    example: Notice | None
    figures: tuple[Figure, ...]
    chart: Chart
    fee: tuple[str, ...]
    lines: Table | None
    steps: tuple[str, ...]
    council: str
    fees: Table | None
    rates: Table | None
    published: Table | None
    wages: Table | None
    sensitivity: Table | None
    assumed: Table
    not_known: tuple[str, ...]
    other: Link

    @property
    def tables(self) -> tuple[Table, ...]:
        """Those that there are."""
        every = (self.lines, self.fees, self.rates, self.published, self.wages, self.sensitivity, self.assumed)
        return tuple(table for table in every if table and table.rows)


def make(reading: Reading[CostAsked]) -> Page:
    """The page of a calculation."""
    asked = reading.asked
    try:
        answer = cost_here(reading.home, asked.request, asked.council, reading.day)
    except NotFoundError as error:
        said = _("No council is known here as “%(council)s”. Give its full name, its code or a postcode there.")
        raise AnswerError("council", said % {"council": asked.council}) from error
    except CostingError as error:
        raise _beside(error, asked) from error
    body = _body(answer, reading)
    return Page(
        title=_("What an hour of home care costs")
        if asked.of == "home-care-hour"
        else _("What a week in a care home costs"),
        lead=pounds.lead(answer),
        data_version=answer.data_version,
        answer=answer,
        body=body,
        tables=body.tables,
        charts=(body.chart,),
        caveats=(
            _("This is a sum with assumptions, and no offer. Put in your own: each of them changes the answer."),
            _("One wage stands for everybody. Evenings, weekends and waiting between visits are left out."),
            _("It models the law, and is no advice about it."),
        ),
        source_note=_("Figures of the law and of publishers stand above, each with its source."),
    )


def _beside(error: CostingError, asked: CostAsked) -> CostingError | AnswerError:
    """What is wrong stands beside the question that it is about."""
    said = str(error)
    for name in (*names_of(asked.of), "fee"):
        if said.startswith(f"{name}:"):
            return AnswerError(name, _range(name))
        if said.startswith(f"not computable, because {name} is missing"):
            text = _("A figure of the law is not known here for that year: %(what)s. Choose another year.")
            return AnswerError("year", text % {"what": meaning(name)})
    if "the year" in said:
        return AnswerError("year", _("Choose one of the years that are offered"))
    if said.startswith("running and surplus"):
        return AnswerError("running", _("Together with the surplus this takes the whole price. Enter less."))
    return error


def _range(name: str) -> str:
    named = NAMES.get(name)
    if named is None:
        return _("Enter an amount of 0 or more, such as 24.10")
    least = _("more than 0") if named.above_zero else _("0 or more")
    most = f"{named.most:,.0f}"
    return _("Enter %(least)s, and at most %(most)s (%(unit)s)") % {
        "least": least,
        "most": most,
        "unit": unit_in_words(named.unit),
    }


def _body(answer: CostHere, reading: Reading[CostAsked]) -> Body:
    asked, cost = reading.asked, answer.cost
    other = "care-home-week" if asked.of == "home-care-hour" else "home-care-hour"
    text = _("A week in a care home instead") if other == "care-home-week" else _("An hour of home care instead")
    return Body(
        example=None if asked.typed else Notice(_example(asked)),
        figures=tuple(pounds.figures(answer)),
        chart=pounds.chart(answer, reading),
        fee=tuple(fees.in_words(answer)),
        lines=fees.lines(answer, reading),
        steps=cost.fee.steps if cost.fee else (),
        council=answer.council.council if answer.council else "",
        fees=fees.published_fees(answer, reading),
        rates=fees.rates(answer, reading),
        published=tables.published(answer, reading),
        wages=tables.wages(answer, reading),
        sensitivity=tables.sensitivity(answer, reading),
        assumed=tables.assumed(answer, reading),
        not_known=cost.not_known,
        other=Link(text, address_of("cost", of=other, nation=asked.nation, year=asked.year)),
    )


def _example(asked: CostAsked) -> str:
    said = {"nation": nation_in_words(asked.nation)}
    if asked.of == "home-care-hour":
        what = _("We made up the length of visits, the way between them and the like, and nobody's service is meant.")
    else:
        what = _("We made up the hours and the costs, and nobody's home is meant.")
    law = _("What the law says in %(nation)s is filled in. Put in your own figures below.") % said
    return f"{_('This is an example.')} {what} {law}"


COST = PageKind(
    id="cost",
    about="What an hour of home care or a week in a care home costs, where each pound goes, whether a fee pays it.",
    key="",
    answer=CostHere,
    make=make,
    easy=easy,
    asked=CostAsked,
    form=form,
    worth_seeing="""
        SELECT name AS council, '2025-26' AS year FROM council_outcomes
        WHERE measure = 'fee-home-care' AND level = 'council' AND value IS NOT NULL GROUP BY name ORDER BY name
    """,
)
