"""What a long page has on it, in the order of its headings."""

from dataclasses import dataclass

from candour.site.components.component import Component
from candour.site.components.link import Link


@dataclass(frozen=True, slots=True)
class Contents(Component):
    """`parts` lead to headings of the same page: `Link(text, "#id")`."""

    parts: tuple[Link, ...]
