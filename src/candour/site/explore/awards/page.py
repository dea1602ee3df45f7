"""The awards whose scores are published, and how anybody computes one again."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from candour.operations.awarded.listed import AwardsListed, awards_listed
from candour.site.components.link import Link
from candour.site.components.table.table import Column, Table
from candour.site.pages.kind import PageKind
from candour.site.pages.page import Page
from candour.site.pages.reading import Reading, address_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """What the template shows."""

    awards: Table


def make(reading: Reading[Any]) -> Page:
    """The page."""
    answer = awards_listed(reading.home)
    body = Body(awards=_awards(answer, reading))
    return Page(
        title=_("Why did this bidder win?"),
        lead=_lead(answer),
        data_version=answer.data_version,
        answer=answer,
        body=body,
        tables=(body.awards,) if body.awards.rows else (),
    )


def _lead(answer: AwardsListed) -> str:
    said = (
        ngettext(
            "We hold %(number)s purchase that went to somebody.",
            "We hold %(number)s purchases that went to somebody.",
            answer.awarded,
        )
        % {"number": f"{answer.awarded:,}"},
        ngettext(
            "%(number)s of them says what counted.", "%(number)s of them say what counted.", answer.with_criteria
        )
        % {"number": f"{answer.with_criteria:,}"},
        ngettext(
            "%(number)s shows how each bid was scored.",
            "%(number)s show how each bid was scored.",
            answer.with_scores,
        )
        % {"number": f"{answer.with_scores:,}"},
    )
    return " ".join(said)


def _awards(answer: AwardsListed, reading: Reading[Any]) -> Table:
    return Table(
        id="awards",
        caption=_("Awards with published scores"),
        columns=(
            Column("award", _("Award")),
            Column("buyer", _("Buyer")),
            Column("awarded", _("Awarded")),
            Column("bids", _("Bids shown"), numeric=True),
            Column("reasons", _("Are reasons given?")),
        ),
        rows=tuple(
            (
                Link(one.title or one.ocid, address_of("award", one.ocid)),
                one.buyer,
                one.awarded,
                one.bids,
                _("yes") if one.has_reasons else _("no"),
            )
            for one in answer.scored
        ),
        address=reading.table("awards"),
    )


AWARDS = PageKind(
    id="awards",
    about="The awards whose scores are published, and how anybody computes one again.",
    key="",
    answer=AwardsListed,
    make=make,
)
