"""A search: one box, what one meant, and what was found by kinds."""

from dataclasses import dataclass, replace
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from candour.operations.changes import Changes, changes_of_search
from candour.operations.finding.find import Finding, find
from candour.operations.finding.meant import Meant
from candour.operations.search import COUNTED
from candour.site.components.details.details import Details
from candour.site.components.form.form import Form
from candour.site.components.link import Link
from candour.site.components.table.table import Table
from candour.site.explore.search.asked import MOST, SearchAsked, choice_of
from candour.site.explore.search.form import box, chosen_in_words, narrowing, whole_form
from candour.site.explore.search.guides import guides_found
from candour.site.explore.search.lists import contracts_table, councils_table, meanings_table, providers_table
from candour.site.pages.kind import PageKind
from candour.site.pages.page import Page
from candour.site.pages.reading import Reading, address_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """What was found of one kind. `more` leads to what is not shown, `first` back to the beginning of the list."""

    id: str
    title: str
    table: Table
    more: Link | None = None
    first: Link | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """What the template shows."""

    box: Form
    narrow: Details
    chosen: str
    meant: tuple[tuple[str, Link], ...]
    groups: tuple[Group, ...]
    guides: tuple[Link, ...]
    nothing: bool
    suggestions: tuple[tuple[str, Link], ...]
    wider: Link | None


def make(reading: Reading[SearchAsked]) -> Page:
    """The page of a search."""
    asked = reading.asked
    found = find(
        reading.home,
        asked.q,
        choice_of(asked, reading.home, reading.day),
        reading.day,
        contracts=asked.limit,
        providers=asked.providers_limit,
        contracts_after=asked.after,
        providers_after=asked.providers_after,
    )
    body = _body(found, reading)
    return Page(
        title=_("Search: %(words)s") % {"words": asked.q} if asked.q else _("Search"),
        lead=_lead(found, asked),
        data_version=found.data_version,
        answer=found,
        body=body,
        tables=tuple(group.table for group in body.groups),
        caveats=(
            _("Only what was published, and received here, can be found. What is missing may exist all the same."),
            _("Contracts with all your words in their title come first, then the newest. The order is no judgement."),
        ),
    )


def _lead(found: Finding, asked: SearchAsked) -> str:
    if not asked.q:
        return _("Find a contract, a provider or a council. Below are the newest contracts.")
    if found.meant:
        return _("You gave the name or number of something we know. It stands first.")
    if not found.found:
        return _("Nothing here has all of these words.")
    return _("We found %(kinds)s.") % {"kinds": ", ".join(_counts(found))}


def _counts(found: Finding) -> list[str]:
    """How many of each kind, of those there are."""
    contracts, providers, councils, meanings = _numbers(found)
    said = (
        (contracts, ngettext("%(number)s contract", "%(number)s contracts", contracts)),
        (providers, ngettext("%(number)s provider or place", "%(number)s providers and places", providers)),
        (councils, ngettext("%(number)s council", "%(number)s councils", councils)),
        (meanings, ngettext("%(number)s explanation", "%(number)s explanations", meanings)),
    )
    return [text % {"number": _up_to(number)} for number, text in said if number]


def _up_to(number: int) -> str:
    return _("%(number)s or more") % {"number": f"{number:,}"} if number >= COUNTED else f"{number:,}"


def _numbers(found: Finding) -> tuple[int, int, int, int]:
    return found.contracts.found, found.providers.found, len(found.councils), len(found.meanings)


def _body(found: Finding, reading: Reading[SearchAsked]) -> Body:
    asked = reading.asked
    guides = guides_found(found.words)
    return Body(
        box=box(asked),
        narrow=Details(_("Narrow the contracts down"), (narrowing(asked),)),
        chosen=chosen_in_words(asked),
        meant=tuple((_by(one), Link(one.name, address_of(one.kind, one.key))) for one in found.meant),
        groups=tuple(group for group in _groups(found, reading) if group.table.rows),
        guides=guides,
        nothing=not found.found and not guides,
        suggestions=tuple(_suggested(one.text, one.found, spelling=one.spelling) for one in found.suggestions),
        wider=_wider(asked) if asked.narrowed else None,
    )


def _by(one: Meant) -> str:
    return {
        "place": _("Postcode: care and contracts there"),
        "provider": _("Provider"),
        "contract": _("Contract"),
        "council": _("Council"),
        "metric": _("What is measured"),
        "indicator": _("What is worked out from notices"),
        "standard": _("Minimum standard"),
    }[one.kind]


def _groups(found: Finding, reading: Reading[SearchAsked]) -> tuple[Group, ...]:
    asked = reading.asked
    every = {"limit": MOST, "providers_limit": MOST, "after": None, "providers_after": None}
    files = replace(reading, asked=asked.model_copy(update=every))
    contracts, providers, councils, meanings = _numbers(found)
    return (
        Group(
            id="councils",
            title=_("Councils (%(number)s)") % {"number": _up_to(councils)},
            table=councils_table(found.councils, files.table("councils")),
        ),
        Group(
            id="providers",
            title=_("Providers and places of care (%(number)s)") % {"number": _up_to(providers)},
            table=providers_table(found.providers, files.table("providers")),
            more=_link(reading, _("More providers and places"), providers_after=found.providers.after),
            first=_back(reading, _("The first providers and places"), "providers_after"),
        ),
        Group(
            id="contracts",
            title=_("Contracts (%(number)s)") % {"number": _up_to(contracts)},
            table=contracts_table(found.contracts, files.table("contracts")),
            more=_link(reading, _("More contracts"), after=found.contracts.after),
            first=_back(reading, _("The first contracts"), "after"),
        ),
        Group(
            id="meanings",
            title=_("What is measured, and what is asked at least (%(number)s)") % {"number": _up_to(meanings)},
            table=meanings_table(found.meanings, files.table("meanings")),
        ),
    )


def _link(reading: Reading[SearchAsked], text: str, **changed: Any) -> Link | None:
    """The same search, going on; None at the end of the list."""
    if not any(changed.values()):
        return None
    return Link(text, replace(reading, asked=reading.asked.model_copy(update=changed)).address)


def _back(reading: Reading[SearchAsked], text: str, name: str) -> Link | None:
    """The same search from its beginning; None where it is there."""
    if not getattr(reading.asked, name):
        return None
    return Link(text, replace(reading, asked=reading.asked.model_copy(update={name: None})).address)


def _suggested(text: str, found: int, *, spelling: bool) -> tuple[str, Link]:
    before = _("Did you mean") if spelling else _("With fewer words:")
    number = ngettext("%(number)s thing found", "%(number)s things found", found) % {"number": f"{found:,}"}
    return before, Link(f"{text} ({number})", address_of("search", q=text))


def _wider(asked: SearchAsked) -> Link:
    return Link(_("Choose nothing, and see all"), address_of("search", q=asked.q or None))


def _new(reading: Reading[SearchAsked]) -> Changes:
    choice = choice_of(reading.asked, reading.home, reading.day)
    return changes_of_search(reading.home, reading.asked.q, choice)


SEARCH = PageKind(
    id="search",
    about="Everything that fits words, a name, a postcode or a number: contracts, providers, councils, definitions.",
    key="",
    answer=Finding,
    make=make,
    asked=SearchAsked,
    form=whole_form,
    feed=_new,
    worth_seeing="SELECT 'home care' AS q UNION ALL SELECT 'support' AS q ORDER BY q",
)
