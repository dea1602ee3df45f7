"""What a reader needs to check, repeat, quote or take away what a page says."""

from dataclasses import dataclass
from html import escape

from candour.site.components.component import Component
from candour.site.components.link import Link
from candour.site.components.take_away.citation import Citation


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceFile:
    """A file that the page rests on, as the archive received it."""

    publisher: str
    name: str
    licence: str
    received: str
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Embed:
    """A chart that may stand in somebody else's page; `address` is the whole address of the chart alone."""

    title: str
    address: str

    @property
    def code(self) -> str:
        """What one pastes."""
        # Plain text, which the template escapes once more: on the page it is to be read, and not a frame.
        address, title = escape(self.address), escape(self.title)
        return f'<iframe src="{address}" title="{title}" width="100%" height="560" loading="lazy"></iframe>'


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeAway(Component):
    """`cite` has the permanent address; `downloads` lead to what is shown as data; `definitions` to what words mean.

    `api` is where programs ask for it; `keep` is the address that one may ask to be kept. Both are empty on a page
    that is kept already.
    """

    cite: Citation
    downloads: tuple[Link, ...]
    definitions: tuple[Link, ...] = ()
    sources: tuple[SourceFile, ...] = ()
    source_note: str = ""
    embeds: tuple[Embed, ...] = ()
    api: str = ""
    keep: str = ""

    @property
    def address(self) -> str:
        """Permanent."""
        return self.cite.address

    @property
    def citation(self) -> str:
        """How to name the page elsewhere."""
        return self.cite.text
