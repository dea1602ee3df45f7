"""The file with the answers, read in memory and never written anywhere."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from candour.care.figures.asked import FiguresError
from candour.ocds.problems import Problem
from candour.sources.tabular.layout import plain
from candour.sources.tabular.sheets import NEVER_ON_DISK, sheets


@dataclass(frozen=True, slots=True)
class AnswerSheet:
    """The first sheet of a file that has a heading, and its rows; `broken` says which rows could not be read."""

    heading: tuple[str, ...]
    rows: tuple[tuple[int, tuple[str, ...]], ...]
    broken: tuple[str, ...]

    def place(self, column: str) -> int | None:
        """Where a column stands, however its name is spaced and capitalised."""
        wanted = plain(column)
        return next((at for at, name in enumerate(self.heading) if plain(name) == wanted), None)


def read_sheet(path: Path) -> AnswerSheet:
    """The rows of a CSV, XLSX or ODS file.

    Raises:
        FiguresError: it cannot be read, is no table, or names a column twice.
    """
    try:
        with path.open("rb") as stream:
            return _first(path, _entries(stream, path))
    except OSError as error:
        raise FiguresError(f"{path} cannot be read: {error.strerror}; name a CSV, XLSX or ODS file") from error


def _entries(stream: object, path: Path) -> Iterator[tuple[int, tuple[str, ...]] | str]:
    """The rows of the first sheet that has any; a text for what could not be read."""
    for sheet in sheets(stream, path.name, in_memory=NEVER_ON_DISK):  # type: ignore[arg-type]
        if isinstance(sheet, Problem):
            if sheet.rule.level == "refused":
                yield f"{sheet.rule.title.lower()}"
            continue
        any_row = False
        for row in sheet.rows:
            if isinstance(row, Problem):
                if row.rule.level == "refused":
                    yield f"{row.position}: {row.rule.title.lower()}"
            else:
                any_row = True
                number, cells = row
                yield number, tuple(cell.strip() for cell in cells)
        if any_row:
            return


def _first(path: Path, entries: Iterator[tuple[int, tuple[str, ...]] | str]) -> AnswerSheet:
    heading: tuple[str, ...] = ()
    rows: list[tuple[int, tuple[str, ...]]] = []
    broken: list[str] = []
    for entry in entries:
        if isinstance(entry, str):
            broken.append(entry)
        elif not heading:
            heading = entry[1]
        elif len(entry[1]) > len(heading):
            broken.append(f"row {entry[0]}: more cells than the heading")
        else:
            rows.append((entry[0], entry[1] + ("",) * (len(heading) - len(entry[1]))))
    if not heading:
        raise FiguresError(
            f"{path}: {'; '.join(broken) or 'it is empty'}; expected a CSV, XLSX or ODS file with a heading"
        )
    names = [plain(name) for name in heading if name]
    if twice := sorted({name for name in names if names.count(name) > 1}):
        raise FiguresError(f"{path}: the column {twice[0]!r} is there twice; name each column once")
    return AnswerSheet(heading, tuple(rows), tuple(broken))
