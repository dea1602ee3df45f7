"""What a reader needs to check, repeat, quote or take away what a page says."""

from dataclasses import dataclass

from candour.site.components.component import Component
from candour.site.components.link import Link


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceFile:
    """A file that the page rests on, as the archive received it."""

    publisher: str
    name: str
    licence: str
    received: str
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeAway(Component):
    """`address` is permanent; `downloads` lead to what is shown as data; `definitions` to what the words mean."""

    title: str
    address: str
    data_version: str
    day: str
    downloads: tuple[Link, ...]
    definitions: tuple[Link, ...] = ()
    sources: tuple[SourceFile, ...] = ()
    source_note: str = ""

    @property
    def citation(self) -> str:
        """How to name the page elsewhere, so that others find the same figures."""
        return f"Candour, “{self.title}”, data version {self.data_version}, read on {self.day}, {self.address}"
