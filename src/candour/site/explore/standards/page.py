"""The minimum standards of a nation, and where one council stands by them."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from pydantic import Field as Described

from candour.errors import NotFoundError
from candour.minimum_standards.standard import Nation, Standard
from candour.operations.standards.listed import StandardsListed, standards_listed
from candour.site.components.button.button import Button
from candour.site.components.choice import Choice
from candour.site.components.field.field import Field
from candour.site.components.form.form import Form
from candour.site.components.link import Link
from candour.site.components.radios.radios import Radios
from candour.site.components.scorecard.scorecard import Scorecard
from candour.site.components.table.table import Column, Table
from candour.site.explore.standards.easy import easy
from candour.site.pages.asked import Asked
from candour.site.pages.faults import AnswerError
from candour.site.pages.floors import asks, nation_in_words, nations
from candour.site.pages.kind import PageKind
from candour.site.pages.page import Page
from candour.site.pages.reading import Reading, address_of


class StandardsAsked(Asked):
    """Whose standards."""

    nation: Nation = Described("england", description="Whose standards, where no council is named.")
    council: str = Described("", max_length=200, description="A council's name, code, or a postcode in it.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """What the template shows; `scorecard` is of the council that was asked."""

    nation: str
    standards: Table
    additions: Table | None
    scorecard: Scorecard | None


def form(reading: Reading[StandardsAsked]) -> Form:
    """Asks for a nation, or for a council."""
    return Form(
        action=reading.path,
        label=_("Choose a nation or a council"),
        fields=(
            Field(
                name="council",
                label=_("A council"),
                hint=_("Its name, or a postcode there. Leave it empty to see the standards of a nation."),
                width="20",
            ),
            Radios(
                name="nation",
                label=_("Or a nation"),
                choices=tuple(Choice(value, text) for value, text in nations()),
                value="england",
                inline=True,
            ),
        ),
        button=Button(_("Show the standards")),
    )


def make(reading: Reading[StandardsAsked]) -> Page:
    """The page, with a scorecard where a council is named."""
    asked = reading.asked
    try:
        answer = standards_listed(reading.home, asked.nation, asked.council, reading.day)
    except NotFoundError as error:
        said = _("No council is known here as “%(council)s”. Give its full name, its code or a postcode there.")
        raise AnswerError("council", said % {"council": asked.council}) from error
    body = _body(answer, reading)
    return Page(
        title=_("Minimum standards of care"),
        lead=body.scorecard.sentence if body.scorecard else _lead(answer),
        data_version=answer.data_version,
        answer=answer,
        body=body,
        tables=tuple(
            table
            for table in (body.scorecard and body.scorecard.table, body.standards, body.additions)
            if table and table.rows
        ),
        caveats=(
            _("These standards are a starter set of our own. Only where we say so is one of them the law."),
            _("A council may ask for more than its nation, and never for less."),
        ),
    )


def _lead(answer: StandardsListed) -> str:
    return _(
        "A minimum standard says what nobody should have to go below. Here are %(number)s for %(nation)s. "
        "Name a council to see where it stands."
    ) % {"number": len(answer.standards), "nation": nation_in_words(answer.nation)}


def _body(answer: StandardsListed, reading: Reading[StandardsAsked]) -> Body:
    card = answer.scorecard
    return Body(
        nation=nation_in_words(answer.nation),
        standards=Table(
            id="standards",
            caption=_("Minimum standards, %(nation)s") % {"nation": nation_in_words(answer.nation)},
            columns=(
                Column("standard", _("Standard")),
                Column("asks", _("What it asks")),
                Column("why", _("What it is for")),
                Column("source", _("What it rests on")),
            ),
            rows=tuple(map(_row, answer.standards)),
            address=reading.table("standards"),
        ),
        additions=_additions(answer, reading),
        scorecard=Scorecard.of(card, reading.table("scorecard")) if card else None,
    )


def _row(standard: Standard) -> tuple[object, ...]:
    source = standard.evidence[0]
    return (
        Link(standard.title, address_of("standard", standard.id)),
        asks(standard.asks),
        standard.why,
        Link(source.title, source.url) if source.url else source.title,
    )


def _additions(answer: StandardsListed, reading: Reading[StandardsAsked]) -> Table | None:
    rows = [
        (place.name, one.title, asks(one.asks), asks(one.national) if one.national else None, one.justification)
        for place in answer.additions
        for one in (*place.raised, *place.added)
    ]
    if not rows:
        return None
    return Table(
        id="additions",
        caption=_("Places that ask for more"),
        columns=(
            Column("place", _("Place")),
            Column("standard", _("Standard")),
            Column("asks", _("What it asks there")),
            Column("nation_asks", _("What the nation asks")),
            Column("because", _("Why")),
        ),
        rows=tuple(rows),
        address=reading.table("additions"),
    )


STANDARDS = PageKind(
    id="standards",
    about="The minimum standards of a nation, who raises them, and where a council stands.",
    key="",
    answer=StandardsListed,
    make=make,
    asked=StandardsAsked,
    form=form,
    easy=easy,
    worth_seeing="""
        SELECT name AS council FROM council_outcomes
        WHERE level = 'council' AND measure = 'ascof-4a' AND gss IS NOT NULL GROUP BY name ORDER BY name
    """,
)
