"""How answers leave the command line: a page for people or one JSON document for programs; progress goes aside."""

import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager

import msgspec
from rich.console import Console, JustifyMethod
from rich.markup import escape
from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn
from rich.table import Table

_json = msgspec.json.Encoder(decimal_format="number", order="sorted")

_PIPED_WIDTH = 150
"""Columns of a page that goes into a file or another program, where nobody says how wide it is."""


def _console() -> Console:
    console = Console(highlight=False)
    return console if console.is_terminal else Console(highlight=False, width=_PIPED_WIDTH)


page = _console()
aside = Console(stderr=True, highlight=False)


def print_json(answer: object) -> None:
    """Print an answer as one indented JSON document; amounts keep every digit."""
    sys.stdout.write(msgspec.json.format(_json.encode(answer), indent=2).decode() + "\n")


def print_table(
    title: str,
    columns: Sequence[str],
    rows: Iterable[Sequence[object]],
    right: Iterable[str] = (),
    whole: Iterable[str] = (),
    ruled: bool = False,
) -> None:
    """Print a titled table; columns named in `right` hold figures and are aligned to the right.

    Those named in `whole` hold ids, which are not broken over lines, so that they can be copied. `ruled` draws a line
    between rows, where they have several lines each.
    """
    table = Table(header_style="bold", show_header=any(columns), show_lines=ruled)
    figures, ids = set(right), set(whole)
    for column in columns:
        side: JustifyMethod = "right" if column in figures else "left"
        table.add_column(escape(column), justify=side, overflow="fold", no_wrap=column in ids)
    for row in rows:
        table.add_row(*("" if cell is None else escape(str(cell)) for cell in row))
    page.print(escape(title), style="bold", soft_wrap=True)
    page.print(table)


def say(text: str = "") -> None:
    """Print a line of the page."""
    page.print(escape(text), soft_wrap=True)


def counted(number: int, one: str, many: str) -> str:
    """A number with its noun: `1 release`, `2,000 releases`."""
    return f"{number:,} {one if number == 1 else many}"


def warn(text: str) -> None:
    """Print a line aside, so that it never mixes with what a program reads."""
    aside.print(escape(text), soft_wrap=True)


@contextmanager
def progress_bar(description: str, quiet: bool = False) -> Iterator["Step"]:
    """A bar aside that long work reports to by calling what this gives with (done, total, message)."""
    columns = (
        SpinnerColumn(),
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
    )
    with Progress(*columns, console=aside, transient=True, disable=quiet or not aside.is_terminal) as progress:
        yield Step(progress, description)


class Step:
    """What long work calls to say how far it is; `total` is None where it cannot be known."""

    def __init__(self, progress: Progress, description: str) -> None:
        self._progress = progress
        self._description = description
        self._task = progress.add_task(escape(description), total=None)

    def __call__(self, done: int, total: int | None, message: str = "") -> None:
        """Show that `done` of `total` pieces are done."""
        text = f"{self._description}: {message}" if message else self._description
        self._progress.update(self._task, completed=done, total=total, description=escape(text))
