"""Finding, among very many registrations, the few that are worth comparing with an organisation."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

import numpy as np
import numpy.typing as npt

from candour.care.who_is_who.name import Name
from candour.care.who_is_who.party import Party
from candour.care.who_is_who.rarity import MOST, Rarity

_TOO_MANY = 400
"""A word that more registrations share finds none of them by itself; together with its neighbour it does."""
_MOST_CANDIDATES = 60
_WORTH_COMPARING = 6.0
"""Bits that a candidate shares with an organisation, at least."""
_NEAR_THE_BEST = 0.45
"""Candidates that share less than so much of what the best shares are left out."""
_POSTCODE_BITS = 9.0
_JOINED_BITS = 2.0
"""On top of the words: two names that are the same throughout come before those with the same words and more."""
_BEGINNING = 5
"""Letters of a long word by which it is found in spite of a slip in the rest."""

_Positions = npt.NDArray[np.int32]


class Candidates:
    """An index of registrations by rare words, neighbouring words, beginnings of words, whole names and postcodes."""

    def __init__(self, parties: Iterable[Party], rarity: Rarity) -> None:
        self.parties: Sequence[Party] = sorted(parties, key=lambda party: party.end)
        self._rarity = rarity
        found: defaultdict[str, list[int]] = defaultdict(list)
        for position, party in enumerate(self.parties):
            for feature in _features(party, rarity):
                found[feature].append(position)
        self._by_feature: dict[str, _Positions] = {
            feature: np.array(positions, dtype=np.int32)
            for feature, positions in found.items()
            if len(positions) <= _TOO_MANY
        }

    def near(self, party: Party) -> Iterator[Party]:
        """The registrations that share most with a party, the nearest first; never the party itself."""
        shared = [
            (positions, bits)
            for feature, bits in _features(party, self._rarity).items()
            if (positions := self._by_feature.get(feature)) is not None
        ]
        if not shared:
            return
        others = [
            (found, bits)
            for position, bits in _summed(shared)
            if (found := self.parties[position]).end != party.end and bits >= _WORTH_COMPARING
        ]
        for found, bits in others[:_MOST_CANDIDATES]:
            if bits >= _NEAR_THE_BEST * others[0][1]:
                yield found


def _summed(shared: list[tuple[_Positions, float]]) -> list[tuple[int, float]]:
    """Positions with the sum of their bits, most first, equal ones in their order."""
    positions = np.concatenate([one for one, _ in shared])
    bits = np.repeat([bits for _, bits in shared], [len(one) for one, _ in shared])
    unique, inverse = np.unique(positions, return_inverse=True)
    sums = np.bincount(inverse, weights=bits)
    order = np.lexsort((unique, -sums))[: _MOST_CANDIDATES + 1]
    return list(zip(unique[order].tolist(), sums[order].tolist(), strict=True))


def _features(party: Party, rarity: Rarity) -> dict[str, float]:
    """Whatever a party can be found by, with the bits it says."""
    found: dict[str, float] = {f"@{postcode}": _POSTCODE_BITS for postcode in party.postcodes}
    for name in party.names:
        found.update(_of_name(name, rarity))
    return found


def _of_name(name: Name, rarity: Rarity) -> Iterator[tuple[str, float]]:
    yield f"={name.joined}", _JOINED_BITS + min(MOST, sum(map(rarity.bits, name.words)))
    for word in name.words:
        bits = rarity.bits(word)
        yield word, bits
        if len(word) > _BEGINNING:
            yield f"{word[:_BEGINNING]}~", bits / 2
    for one, other in zip(name.words, name.words[1:], strict=False):
        yield f"{one} {other}", min(MOST, rarity.bits(one) + rarity.bits(other)) / 2
