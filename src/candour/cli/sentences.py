"""Answers as sentences on a page, each with the number of the releases that say it."""

import textwrap
from collections.abc import Iterable

from candour.cli.output import page, say
from candour.operations.answers.answer import Answer
from candour.operations.contract.source import Source

WIDTH = 80
"""A sentence is broken at this column, or at the edge of a narrower screen."""
MARKS = {"value": "·", "suppressed": "×", "not computable": "?", "not reported": "–"}
LEGEND = "! look here first   · published   – nothing published   ? cannot be told   × kept back to protect people"


class Footnotes:
    """Numbers for the releases that a page rests on, in the order in which they are first named."""

    def __init__(self) -> None:
        self._numbers: dict[Source, int] = {}

    def marks(self, sources: Iterable[Source]) -> str:
        """For example [1, 3]; nothing where nobody is named."""
        numbers = sorted({self._numbers.setdefault(one, len(self._numbers) + 1) for one in sources})
        return f" [{', '.join(map(str, numbers))}]" if numbers else ""

    def show(self) -> None:
        """The list of all that were named."""
        if not self._numbers:
            return
        heading("Who says so")
        for source, number in self._numbers.items():
            named = ", ".join(
                (
                    source.publisher or "a publisher without a name",
                    f"release {source.release_id}" if source.release_id else "a release without an id",
                    (source.date or "no date")[:10],
                )
            )
            paragraph(f"{named}; receipt {source.receipt}", mark=f"[{number}]")


def heading(text: str) -> None:
    """A line above what belongs together."""
    say()
    page.print(text, style="bold", markup=False, soft_wrap=True)


def paragraph(text: str, mark: str = "", indent: int = 0) -> None:
    """A sentence behind its mark, broken into lines that begin below each other."""
    lead = " " * indent + (f"{mark} " if mark else "")
    width = max(40, min(WIDTH, page.width))
    say(
        textwrap.fill(
            text,
            width,
            initial_indent=lead,
            subsequent_indent=" " * len(lead),
            break_on_hyphens=False,
            break_long_words=False,
        )
    )


def sentence(answer: Answer, footnotes: Footnotes, indent: int = 0) -> None:
    """An answer with its mark and its sources."""
    mark = "!" if answer.alert else MARKS[answer.state]
    paragraph(answer.text + footnotes.marks(answer.sources), mark=mark, indent=indent)
