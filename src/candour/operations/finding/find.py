"""Everything that fits what somebody typed, by kinds."""

import datetime
from collections.abc import Sequence

import msgspec

from candour.operations.cursor import cursor_of, place_at
from candour.operations.finding.councils_found import CouncilFound, councils_found
from candour.operations.finding.meanings import Meaning, meanings_found
from candour.operations.finding.meant import Meant, meant
from candour.operations.finding.suggestions import Suggestion, suggestions
from candour.operations.home import Home
from candour.operations.search import Choice, Search, search_in
from candour.operations.words_typed import words_typed
from candour.warehouse.words.registered_index import RegisteredHit, RegisteredPlace
from candour.warehouse.words.sought import Sought, facets_of
from candour.warehouse.words.words import Words


class RegisteredFound(msgspec.Struct, frozen=True):
    """Providers and locations; `found` counts up to 10,000 of them, `after` is where the list goes on."""

    found: int
    hits: tuple[RegisteredHit, ...]
    after: str | None = None


class Finding(msgspec.Struct, frozen=True, kw_only=True):
    """What was found; `meant` are things that have the very number or name, `suggestions` what to ask instead."""

    text: str
    words: tuple[str, ...]
    data_version: str
    meant: tuple[Meant, ...]
    contracts: Search
    providers: RegisteredFound
    councils: tuple[CouncilFound, ...]
    meanings: tuple[Meaning, ...]
    suggestions: tuple[Suggestion, ...]

    @property
    def found(self) -> int:
        """All of it."""
        return self.contracts.found + self.providers.found + len(self.councils) + len(self.meanings) + len(self.meant)


def find(
    home: Home,
    text: str,
    choice: Choice,
    day: datetime.date,
    *,
    contracts: int = 20,
    providers: int = 20,
    contracts_after: str | None = None,
    providers_after: str | None = None,
) -> Finding:
    """So many contracts and providers with every word, and all councils and definitions.

    Raises:
        CandourError: a place to go on from is none, or nothing has been built yet.
    """
    typed = words_typed([text])
    with home.tables() as tables:
        words = tables.words
        recognised = meant(words, text, day)
        found_contracts = search_in(tables, typed, choice, limit=contracts, after=contracts_after)
        found_providers = _registered(words, typed, choice, providers, providers_after)
        finding = Finding(
            text=text,
            words=typed,
            data_version=tables.data_version,
            meant=recognised,
            contracts=found_contracts,
            providers=found_providers,
            councils=councils_found(words, typed),
            meanings=meanings_found(typed),
            suggestions=(),
        )
        if finding.found or not typed:
            return finding
        return msgspec.structs.replace(
            finding, suggestions=suggestions(words, typed, lambda said: _count(words, said))
        )


def _registered(words: Words, typed: Sequence[str], choice: Choice, limit: int, after: str | None) -> RegisteredFound:
    said = words.registered.expression(typed)
    if not said:
        return RegisteredFound(0, ())
    sought = Sought(said, facets_of({"council": (choice.council,)}) if choice.council else "")
    hits, place = words.registered.page(sought, limit, place_at(after, RegisteredPlace))
    return RegisteredFound(words.registered.count(sought), tuple(hits), cursor_of(place))


def _count(words: Words, typed: Sequence[str]) -> int:
    """How much there is with these words, whatever is chosen besides."""
    contracts, registered = words.processes.expression(typed), words.registered.expression(typed)
    found = words.processes.count(Sought(contracts)) if contracts else 0
    found += words.registered.count(Sought(registered)) if registered else 0
    return found + len(councils_found(words, typed)) + len(meanings_found(typed))
