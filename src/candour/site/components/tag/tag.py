"""A word or two that say what state a thing is in."""

from dataclasses import dataclass
from typing import Literal

from candour.site.components.component import Component

Colour = Literal["grey", "green", "teal", "blue", "purple", "magenta", "red", "orange", "yellow"]


@dataclass(frozen=True, slots=True)
class Tag(Component):
    """`text` says it all; the colour only helps to find it again."""

    text: str
    colour: Colour = "grey"

    @property
    def plain(self) -> str:
        """What stands in a file of data in its place."""
        return self.text
