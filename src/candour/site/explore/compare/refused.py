"""Why something cannot be compared as it was asked, and what would let it be."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from candour.errors import CandourError
from candour.site.components.link import Link
from candour.site.explore.compare.asked import CompareAsked
from candour.site.pages.reading import address_of

_FILTERS = ("care", "council", "model", "rating", "since", "until", "group", "standardise", "neighbours")


@dataclass(frozen=True, slots=True, kw_only=True)
class Refused:
    """`because` says why; `instead` leads to questions that can be answered."""

    because: tuple[str, ...]
    instead: tuple[Link, ...]

    template = "explore/compare/refused.html"


def refused(error: CandourError, asked: CompareAsked) -> Refused:
    """In words of the page where the operation's are meant for the command line."""
    query = asked.query()
    narrowed = [name for name in _FILTERS if name in query and not (name == "council" and asked.kind == "contracts")]
    because = str(error)
    if "`candour" in because or "--" in because or "leave" in because:
        because = _("One of those you chose is not among those that your choices leave, or nothing is known of it.")
    wider = {name: value for name, value in query.items() if name not in narrowed}
    others = {name: value for name, value in wider.items() if name not in ("one", "most", "find", "more")}
    return Refused(
        because=(because,),
        instead=(
            *((Link(_("The same without narrowing it"), address_of("compare", **wider)),) if narrowed else ()),
            Link(_("Choose others"), address_of("compare", **others)),
            Link(_("Begin again"), address_of("compare")),
        ),
    )
