"""Find processes by words."""

import datetime
from collections.abc import Sequence

import msgspec

from candour.compare.selection import Care
from candour.errors import CandourError
from candour.operations.cursor import cursor_of, place_at
from candour.operations.home import Home
from candour.operations.words_typed import words_typed
from candour.warehouse.engine import Engine
from candour.warehouse.words.facet import FacetName
from candour.warehouse.words.index import COUNTED
from candour.warehouse.words.process_index import Between, ProcessHit, ProcessPlace
from candour.warehouse.words.sought import Sought, facets_of

__all__ = ["COUNTED", "Choice", "Search", "search", "search_in"]
_CARE: dict[Care, tuple[str, ...]] = {"yes": ("yes",), "perhaps": ("yes", "perhaps"), "any": ("yes", "perhaps", "no")}


class Choice(msgspec.Struct, frozen=True, kw_only=True):
    """Which processes count, whatever their words.

    `council` is a GSS code, or the name of one that is in no table of councils; `since` and `until` (exclusive) bound
    the date of the last release.
    """

    care: Care = "perhaps"
    stage: str | None = None
    council: str | None = None
    contract_model: str | None = None
    service_type: str | None = None
    since: datetime.date | None = None
    until: datetime.date | None = None

    @property
    def facets(self) -> str:
        """All but the dates, as the index is asked for it."""
        chosen: dict[FacetName, str | None] = {
            "stage": self.stage,
            "council": self.council,
            "contract_model": self.contract_model,
            "service_type": self.service_type,
        }
        values: dict[FacetName, Sequence[str]] = {name: (one,) for name, one in chosen.items() if one}
        if self.care != "any" or not values:
            values["social_care"] = _CARE[self.care]
        return facets_of(values)


class Search(msgspec.Struct, frozen=True, kw_only=True):
    """What was found, with every word in the title first, then the newest; `found` counts what is not shown
    too, up to 10,000.

    `after` is where the list goes on, None at its end.
    """

    words: tuple[str, ...]
    data_version: str
    found: int
    processes: tuple[ProcessHit, ...]
    after: str | None = None


def search(
    home: Home,
    texts: Sequence[str],
    *,
    care: Care = "perhaps",
    choice: Choice | None = None,
    limit: int = 20,
    after: str | None = None,
) -> Search:
    """The processes with every word in their title, description, buyer, suppliers or numbers.

    A word is found in the singular and the plural, without regard to case and accents; one that nothing has is found
    as the beginning of others. Without words, those of the choice.

    Raises:
        CandourError: no word was given and nothing chosen, `after` is no place, or nothing has been built yet.
    """
    words = words_typed(texts)
    if not words and choice is None:
        raise CandourError("nothing to search for; give one or more words, such as `candour search home care`")
    with home.tables() as tables:
        return search_in(tables, words, choice or Choice(care=care), limit=limit, after=after)


def search_in(
    tables: Engine, words: tuple[str, ...], choice: Choice, *, limit: int = 20, after: str | None = None
) -> Search:
    """The same of tables that are open, by words as `words_typed` gives them."""
    index = tables.words.processes
    said = index.expression(words) if words else ""
    sought = Sought(said, choice.facets) if said or not words else Sought()
    between = Between(choice.since, choice.until)
    hits, place = index.page(sought, limit, between=between, after=place_at(after, ProcessPlace))
    whole = place is None and not after
    return Search(
        words=words,
        data_version=tables.data_version,
        found=len(hits) if whole else index.found(sought, between),
        processes=tuple(hits),
        after=cursor_of(place),
    )
