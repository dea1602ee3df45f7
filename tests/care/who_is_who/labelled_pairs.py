"""The pairs that were labelled by reading them or by their identifiers, without any identifier for the scorer to see.

Where a pair is a location and its own provider, it stands for a supplier that goes by the location's name. Of a
provider with several locations, that location's postcode is then left out, for it would give the answer away.
"""

import csv
from collections import Counter
from pathlib import Path
from typing import NamedTuple

import msgspec

from candour.care.link_end import End
from candour.care.who_is_who.party import Party
from candour.care.who_is_who.rarity import Rarity

from .real_parties import real_parties

PAIRS = Path(__file__).with_name("pairs.csv")


class Pair(NamedTuple):
    """One row of pairs.csv, with the two parties as the scorer may see them."""

    stratum: str
    a: Party
    b: Party
    label: str
    part: str
    ends: tuple[str, str]


def rows() -> list[dict[str, str]]:
    """The rows of pairs.csv."""
    with PAIRS.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


class Labelled(NamedTuple):
    """Every labelled pair, all parties of the files by end, and how rare words are in the names of the registers."""

    pairs: list[Pair]
    parties: dict[str, Party]
    rarity: Rarity


def labelled_pairs(folder: Path) -> Labelled:
    """The labelled pairs, with names and places looked up in the real files."""
    parties = real_parties(folder)
    registered = [party for end, party in parties.items() if not is_supplier(end)]
    rarity = Rarity(name for party in registered for name in party.names)
    locations = Counter(party.provider for party in registered if party.provider)
    hidden = {end: msgspec.structs.replace(party, identifiers=frozenset()) for end, party in parties.items()}
    return Labelled([_pair(row, hidden, locations) for row in rows()], hidden, rarity)


def _pair(row: dict[str, str], parties: dict[str, Party], locations: Counter[End]) -> Pair:
    a, b = parties[row["a"]], parties[row["b"]]
    if a.provider == b.end and locations[b.end] > 1:
        b = msgspec.structs.replace(b, postcodes=b.postcodes - a.postcodes)
    a = msgspec.structs.replace(a, provider=None)
    return Pair(row["stratum"], a, b, row["label"], row["part"], (row["a"], row["b"]))


def is_supplier(end: str) -> bool:
    """Whether an end is of a notice, not of a register."""
    return end.startswith(("cf", "fts"))
