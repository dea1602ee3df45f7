"""How to name a page elsewhere, so that others find the same figures: as text, and for programs of references."""

import re
from dataclasses import dataclass
from datetime import date
from hashlib import sha256

import orjson

_TEX = re.compile(r"[\\{}$&#%_^~]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """`address` is the page's own, for good; `day` is when it was read."""

    title: str
    address: str
    data_version: str
    day: date

    @property
    def id(self) -> str:
        """The same for the same page of the same data."""
        return f"candour-{sha256(f'{self.address} {self.data_version}'.encode()).hexdigest()[:12]}"

    @property
    def text(self) -> str:
        """As one writes it under a text."""
        return f"Candour, “{self.title}”, data version {self.data_version}, read on {self.day}, {self.address}"

    @property
    def bibtex(self) -> str:
        """For LaTeX."""
        return (
            f"@misc{{{self.id},\n"
            "  author = {{Candour}},\n"
            f"  title = {{{{{_tex(self.title)}}}}},\n"
            f"  year = {{{self.day.year}}},\n"
            f"  note = {{Data version {self.data_version}, read on {self.day}}},\n"
            f"  howpublished = {{\\url{{{self.address}}}}}\n"
            "}"
        )

    @property
    def csl(self) -> str:
        """For Zotero, Pandoc and others, as JSON."""
        accessed = {"date-parts": [[self.day.year, self.day.month, self.day.day]]}
        told = {
            "id": self.id,
            "type": "webpage",
            "author": [{"literal": "Candour"}],
            "title": self.title,
            "version": self.data_version,
            "URL": self.address,
            "accessed": accessed,
        }
        return orjson.dumps([told], option=orjson.OPT_INDENT_2).decode()


def _tex(text: str) -> str:
    """Text in which nothing is a command."""
    named = {"\\": r"\textbackslash{}", "^": r"\textasciicircum{}", "~": r"\textasciitilde{}"}
    return _TEX.sub(lambda found: named.get(found[0], f"\\{found[0]}"), text)
