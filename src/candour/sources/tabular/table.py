"""From a file to rows whose columns are known, each counted, nothing around a fault lost."""

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import BinaryIO

import msgspec

from candour.ocds.problems import Problem
from candour.ocds.read.limits import LIMITS, Limits
from candour.sources.account import Tally
from candour.sources.tabular import rules
from candour.sources.tabular.layout import Layout
from candour.sources.tabular.match import Matched, lacking, match
from candour.sources.tabular.row import TableRow
from candour.sources.tabular.rules import problem
from candour.sources.tabular.sheet import Cells, Sheet
from candour.sources.tabular.sheets import sheets

HEADING_WITHIN = 15
"""The first rows of a sheet, among which its heading must be."""
_LACKS_SHOWN = 3


def table_rows(
    stream: BinaryIO, layouts: Sequence[Layout], *, name: str, tally: Tally, limits: Limits = LIMITS
) -> Iterator[TableRow | Problem]:
    """Every row under a heading of one of `layouts`, and every misfit, in the order of the file.

    Rows that are not given are counted here; whoever takes a `TableRow` counts it, and passes its problems on. Sheets
    of no known layout are ignored as long as another sheet has one; otherwise the file is refused in one problem.
    """
    others: list[_Other] = []
    fits = refused = False
    for sheet in sheets(stream, name, limits):
        if isinstance(sheet, Problem):
            refused |= sheet.rule.level == "refused"
            yield sheet
            continue
        table = _Table(sheet, layouts, tally)
        yield from table.rows()
        if table.matched is not None:
            fits = True
        else:
            others.append(_Other(sheet, table.seen, table.best))
    count = tally.ignored if fits else tally.refused
    for other in others:
        for row in other.rows:
            count(other.sheet.name, other.sheet.position(row), "the sheet is no table of a known layout")
    if not fits and not refused:
        yield problem(rules.LAYOUT_UNKNOWN, name, found=_lacks([other.best for other in others], layouts))


def layout_of(stream: BinaryIO, layouts: Sequence[Layout], *, name: str, limits: Limits = LIMITS) -> Layout | None:
    """The layout of the first sheet that has one; no further is read than needed."""
    for sheet in sheets(stream, name, limits):
        if isinstance(sheet, Problem):
            continue
        for row in islice(sheet.rows, HEADING_WITHIN):
            if not isinstance(row, Problem) and (found := match(row[1], layouts)):
                return found.layout
    return None


class _Other(msgspec.Struct, frozen=True):
    """A sheet that no layout fits: the numbers of its rows, and the one that came nearest to a heading."""

    sheet: Sheet
    rows: list[int]
    best: Cells


class _Table:
    """One sheet, on its way through."""

    def __init__(self, sheet: Sheet, layouts: Sequence[Layout], tally: Tally) -> None:
        self._sheet, self._layouts, self._tally = sheet, layouts, tally
        self.matched: Matched | None = None
        self.seen: list[int] = []
        self.best: Cells = ()
        self._given = 0

    def rows(self) -> Iterator[TableRow | Problem]:
        for item in self._sheet.rows:
            if isinstance(item, Problem):
                if item.rule is not rules.SHEET_BROKEN:
                    self._tally.refused(self._sheet.name, item.position, item.rule.title.lower())
                yield item
            elif self.matched is None:
                yield from self._look_for_heading(*item)
            else:
                yield from self._row(self.matched, *item)
        yield from self._whole()

    def _look_for_heading(self, number: int, cells: Cells) -> Iterator[Problem]:
        """Above the heading: look whether this row is it."""
        if len(self.seen) < HEADING_WITHIN and (found := match(cells, self._layouts)):
            position = self._sheet.position(number)
            self.matched = found
            for row in self.seen:
                self._tally.ignored(self._sheet.name, self._sheet.position(row), "above the heading")
            self._tally.ignored(self._sheet.name, position, "the heading")
            self.seen = []
            yield from (msgspec.structs.replace(each, position=position) for each in found.problems)
            return
        if len(self.seen) < HEADING_WITHIN and sum(map(bool, cells)) > sum(map(bool, self.best)):
            self.best = cells
        self.seen.append(number)

    def _row(self, matched: Matched, number: int, cells: Cells) -> Iterator[TableRow | Problem]:
        name, position, width = self._sheet.name, self._sheet.position(number), len(matched.heading)
        if (self._sheet.aligned and len(cells) < width) or any(cells[width:]):
            self._tally.refused(name, position, rules.ROW_MISALIGNED.title.lower())
            yield problem(rules.ROW_MISALIGNED, position, found=str(len(cells)), expected=str(width))
            return
        row = TableRow(matched, name, number, position, cells, self._tally)
        if matched.layout.corrections:
            row = self._corrected(row, matched, cells)
        for field in matched.layout.key:
            if not row.text(field):
                row.refused(rules.ROW_WITHOUT.title.lower())
                row.tell(rules.ROW_WITHOUT, field)
                yield from row.problems
                return
        self._given += 1
        yield row

    def _corrected(self, row: TableRow, matched: Matched, cells: Cells) -> TableRow:
        """The row with what is known to be wrong in it replaced; each replacement is a problem of the row."""
        layout = matched.layout
        key = row.raw(layout.key[0]) if layout.key else ""
        for known in layout.corrections:
            if known.key != key or known.field not in matched.fields:
                continue
            found = row.raw(known.field)
            if found != known.old:
                row.tell(rules.CORRECTION_UNUSED, known.field, found, known.old)
                continue
            index = matched.fields[known.field]
            cells = (*cells[:index], known.new, *cells[index + 1 :])
            said = f"{known.old} was corrected to {known.new} by {known.by} on {known.made}, because {known.reason}"
            row.tell(rules.CELL_CORRECTED, known.field, said, limit=len(said))
            row = row.instead(cells)
        return row

    def _whole(self) -> Iterator[Problem]:
        """An alarm if the sheet has fewer or more rows than its layout ever has."""
        expected = self.matched.layout.rows if self.matched else None
        if expected and not expected.min <= self._given <= expected.max:
            position = f"sheet {self._sheet.name}" if self._sheet.name else "the whole file"
            limits = f"{expected.min} to {expected.max}"
            yield problem(rules.ROWS_UNEXPECTED, position, found=str(self._given), expected=limits)


def _lacks(rows: list[Cells], layouts: Sequence[Layout]) -> str:
    """What each layout would have needed of the row that came nearest to a heading."""
    best = max(rows, key=lambda cells: sum(map(bool, cells)), default=())
    return "; ".join(
        f"{layout.id} lacks {', '.join(missing[:_LACKS_SHOWN])}{'…' if len(missing) > _LACKS_SHOWN else ''}"
        for layout in layouts
        if (missing := lacking(best, layout))
    )
