"""What is looked for in an index, as FTS5 is asked for it."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Literal

import msgspec

from candour.warehouse.words.facet import FacetName, facet

Tier = Literal[0, 1]
IN_TITLE: Tier = 0
"""Every word stands in the title or name."""
IN_TEXT: Tier = 1
"""Some words stand only in what else is said."""
TIERS: tuple[Tier, ...] = (IN_TITLE, IN_TEXT)


class Sought(msgspec.Struct, frozen=True):
    """Words and facets, both as FTS5 expressions; an empty one asks for nothing."""

    words: str = ""
    facets: str = ""

    @property
    def anywhere(self) -> str:
        """What has the words, wherever."""
        return self._chosen(f"{{title text}} : ({self.words})") if self.words else self.facets

    def in_tier(self, tier: Tier) -> str:
        """What has them all in its title, or else only what does not; empty where that can be nothing."""
        if not self.words:
            return self.facets if tier == IN_TITLE else ""
        in_title = f"{{title}} : ({self.words})"
        if tier == IN_TITLE:
            return self._chosen(in_title)
        return self._chosen(f"({{title text}} : ({self.words})) NOT ({in_title})")

    def _chosen(self, words: str) -> str:
        return f"({words}) AND {self.facets}" if self.facets else words


def facets_of(choices: Mapping[FacetName, Sequence[str]]) -> str:
    """Of each facet any of the values, and of every facet that has some."""
    return " AND ".join(_any(facet(name, value) for value in values) for name, values in choices.items() if values)


def _any(words: Iterable[str]) -> str:
    return f"({{facets}} : ({' OR '.join(f'{chr(34)}{word}{chr(34)}' for word in words)}))"
