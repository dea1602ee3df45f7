"""Questions that people have, each with where it is answered."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from candour.operations.overview import Examples
from candour.site.components.link import Link
from candour.site.pages.reading import address_of


@dataclass(frozen=True, slots=True)
class Asks:
    """A question that leads to its answer, and who often has it."""

    question: Link
    who: str


def questions(examples: Examples) -> tuple[Asks, ...]:
    """Each leads to a thing that there is much to see of, or to the search where the data have none of its kind."""
    asked = (
        (_of("place", examples.council), _("Is the care in my area being delivered as promised?"), _("a family")),
        (
            _of("contract", examples.contract),
            _("What was promised in a contract, and what came of it?"),
            _("a person who gets care"),
        ),
        (
            _of("contract", examples.contract, **{"as": "care-worker"}),
            _("How much of the price reaches the care worker?"),
            _("a care worker"),
        ),
        (_of("provider", examples.provider), _("How good is a provider, and who says so?"), _("a social worker")),
        (
            address_of("compare", kind="providers"),
            _("Which of several providers is better, and how sure are we?"),
            _("a commissioner"),
        ),
        (address_of("awards"), _("Why did a bidder win?"), _("a provider")),
        (address_of("standards"), _("Is my council below a minimum standard?"), _("a councillor")),
        (address_of("cost"), _("What does an hour of care cost, and where does each pound go?"), _("a councillor")),
        (address_of("lessons"), _("What has been learned elsewhere?"), _("a commissioner")),
        (address_of("publishers"), _("What can these data answer, and what not?"), _("a journalist")),
    )
    return tuple(Asks(Link(question, address), who) for address, question, who in asked)


def _of(kind: str, key: str | None, **asked: str) -> str:
    """The address of the page of a thing; of the search where there is none."""
    return address_of(kind, key, **asked) if key else address_of("search")
