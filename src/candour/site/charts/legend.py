"""Who is who: numbers that stand beside points, with the names that there was no room for."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from candour.site.charts.look import GAP, Width
from candour.site.charts.picture import Symbol, Words
from candour.site.charts.sheet import Sheet
from candour.site.charts.words import height, measure, wrap

_COLUMNS: dict[Width, int] = {"wide": 2, "narrow": 1}


@dataclass(frozen=True, slots=True)
class Named:
    """What stands beside a number, and how its point looks."""

    words: str
    look: Symbol
    bold: bool = False


def legend(sheet: Sheet, named: Sequence[Named]) -> None:
    """The numbers from 1, row by row."""
    columns = _COLUMNS[sheet.width]
    room = (sheet.room - (columns - 1) * 2 * GAP) / columns
    number_ends = 20 + measure(str(len(named)), sheet.width, bold=True)
    sheet.y += GAP
    for first in range(0, len(named), columns):
        row = named[first : first + columns]
        lines = [wrap(one.words, room - number_ends - GAP, sheet.width, bold=one.bold) for one in row]
        high = height(max(map(len, lines)), sheet.width) + 4
        for column, (one, words) in enumerate(zip(row, lines, strict=True)):
            left = sheet.left + column * (room + 2 * GAP)
            middle = sheet.y + height(1, sheet.width) / 2
            sheet.put(replace(one.look, x=left + 8, y=middle))
            sheet.put(
                Words(x=left + number_ends, y=middle, text=str(first + column + 1), align="right", bold=one.bold)
            )
            under = middle + (len(words) - 1) * sheet.leading / 2
            sheet.lines(words, left + number_ends + GAP, under, bold=one.bold)
        sheet.y += high
