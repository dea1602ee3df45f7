"""How much it says that two names share a word: nothing for "care", much for a word that few names have."""

import math
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import msgspec
import msgspec.yaml

from candour.care.who_is_who.name import Name

MOST = 13.0
"""Bits beyond which a word says no more: one name in 8,192."""


class _Common(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    shares: dict[str, float]


_SHARES = msgspec.yaml.decode((Path(__file__).parent / "common_words.yaml").read_bytes(), type=_Common).shares
_FEWEST = 1000
"""Names from which on their own count is believed; in a small collection every word is rare."""


class Rarity:
    """Bits of every word: −log₂ of the share of names that have it.

    The share is the larger of the one listed in common_words.yaml and the one among the names given, so that words
    that are common there too say less, and no more than MOST bits.
    """

    def __init__(self, names: Iterable[Name] = ()) -> None:
        counted: Counter[str] = Counter()
        total = 0
        for name in names:
            total += 1
            counted.update(set(name.words))
        self._share = 1 / max(total, _FEWEST)
        self._counted = {word: count for word, count in counted.items() if count > 1}
        self._bits: dict[str, float] = {}

    def bits(self, word: str) -> float:
        """What the word says, in bits, between 0 and MOST."""
        known = self._bits.get(word)
        if known is None:
            share = max(_SHARES.get(word, 0.0), self._counted.get(word, 0) * self._share, 2**-MOST)
            known = self._bits[word] = max(0.0, -math.log2(share))
        return known
