"""Something that one must know before one reads on, such as that all of it is fictional."""

from dataclasses import dataclass

from candour.site.components.component import Component


@dataclass(frozen=True, slots=True)
class Notice(Component):
    """A sentence, or a few."""

    text: str
