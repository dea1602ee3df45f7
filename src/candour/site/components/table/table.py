"""A table, as it stands on a page and as it is taken away."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from candour.site.components.component import Component


@dataclass(frozen=True, slots=True)
class Column:
    """`id` heads the column of the file, `title` that of the page; `meaning` stands in the file's description.

    One that is `in_file_only` would take room on the page that its readers do not need it for, such as a number.
    """

    id: str
    title: str
    meaning: str = ""
    numeric: bool = False
    in_file_only: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Table(Component):
    """Rows under columns. None is *not reported*, never zero.

    A cell is text, a number, a date, or something that shows itself and has `plain`, what the file has in its place.
    `id` names its file; `address` is where the file is, empty for a table that is on the page only. `shown` is how
    many rows stand on the page; all of them are in the file. Where there are very many, `rows` are those of the page,
    and `every` gives the `total` of the file when somebody asks for it. Of a long table on a page with many, only the
    `first` rows stand open, and the others open on a click.
    """

    id: str
    caption: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[object, ...], ...]
    address: str = ""
    shown: int = 100
    first: int | None = None
    caption_hidden: bool = False
    every: Callable[[], Iterable[tuple[object, ...]]] | None = field(default=None, compare=False)
    total: int = 0

    def __post_init__(self) -> None:
        wrong = next((row for row in self.rows if len(row) != len(self.columns)), None)
        if wrong is not None:
            raise ValueError(f"{self.id}: {len(wrong)} cells under {len(self.columns)} columns")

    @property
    def lines(self) -> Iterator[list[tuple[Column, object]]]:
        """The rows that stand open, each cell with its column."""
        yield from self._lines(self.rows[: self._open])

    @property
    def folded(self) -> list[list[tuple[Column, object]]]:
        """The rows that open on a click."""
        return list(self._lines(self.rows[self._open : self.shown]))

    @property
    def _open(self) -> int:
        return self.shown if self.first is None else min(self.first, self.shown)

    def _lines(self, rows: tuple[tuple[object, ...], ...]) -> Iterator[list[tuple[Column, object]]]:
        for row in rows:
            yield [(column, cell) for column, cell in zip(self.columns, row, strict=True) if not column.in_file_only]

    @property
    def heads(self) -> tuple[Column, ...]:
        """The columns that are shown."""
        return tuple(column for column in self.columns if not column.in_file_only)

    @property
    def left_out(self) -> int:
        """How many rows are in the file alone."""
        return max(0, max(self.total, len(self.rows)) - self.shown)

    def plain_rows(self) -> Iterator[list[object]]:
        """The rows as the file has them: values without their looks."""
        for row in self.every() if self.every else self.rows:
            yield [getattr(cell, "plain", cell) for cell in row]
