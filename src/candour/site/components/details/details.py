"""What only some need: it opens where one asks for it, without any script."""

from dataclasses import dataclass

from candour.site.components.component import Component


@dataclass(frozen=True, slots=True)
class Details(Component):
    """`summary` says what is inside; `content` is components, and sentences, each a paragraph."""

    summary: str
    content: tuple[object, ...]
    open: bool = False

    @property
    def parts(self) -> tuple[tuple[object, bool], ...]:
        """Each part of the content, and whether it is a sentence."""
        return tuple((part, isinstance(part, str)) for part in self.content)
