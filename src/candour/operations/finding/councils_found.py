"""Councils by words of their names: those that the table of councils has, and others that notices name."""

from collections.abc import Iterator, Sequence

import msgspec

from candour.care import councils
from candour.care.organisation_name import plain
from candour.warehouse.words.words import Words


class CouncilFound(msgspec.Struct, frozen=True):
    """A council: the key of its page, and how many processes and locations the data have there."""

    key: str
    name: str
    processes: int
    locations: int


def councils_found(words: Words, wanted: Sequence[str]) -> tuple[CouncilFound, ...]:
    """Those in whose name every word stands or begins a word; those with most in the data first."""
    if not wanted:
        return ()
    found = [one for one in _every(words) if _has(one.name, wanted)]
    return tuple(sorted(found, key=lambda one: (-one.processes - one.locations, one.name)))


def council_words(words: Words) -> dict[str, int]:
    """Every word of a council's name, with how many have it: what a misspelled place is compared with."""
    counted: dict[str, int] = {}
    for one in _every(words):
        for word in plain(one.name).split():
            counted[word] = counted.get(word, 0) + 1
    return counted


def _every(words: Words) -> Iterator[CouncilFound]:
    """Every council once, with the numbers of all names and codes that mean it."""
    names = {known.gss: known.name for known in councils.all_councils()}
    names |= {name: name for name in words.areas if name not in names}
    for key, name in names.items():
        area = words.areas.get(key)
        if area or key != name:
            yield CouncilFound(key, name, area.processes if area else 0, area.locations if area else 0)


def _has(name: str, wanted: Sequence[str]) -> bool:
    said = plain(name).split()
    return all(any(word.startswith(one) for word in said) for one in wanted)
