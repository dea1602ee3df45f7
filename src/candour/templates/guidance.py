"""The first tab: how to fill the workbook in, and, far to the right, the lists that it carries."""

from collections.abc import Mapping
from typing import Any

from candour.templates.choices import METRICS, Choices
from candour.templates.grid import GUIDANCE, letter
from candour.templates.kind import Kind
from candour.templates.look import height
from candour.templates.opened import LABEL, LIST, MARK
from candour.templates.validation import list_name

WIDTHS = (26, 52, 52)
FIRST_LIST = 30
"""The column from which lists stand, hidden."""


def write_guidance(
    book: Any, sheet: Any, kind: Kind, choices: Mapping[str, Choices], styles: Mapping[str, Any]
) -> None:
    """Write the whole tab."""
    for index, width in enumerate(WIDTHS):
        sheet.set_column(index, index, width)
    sheet.write_string(0, 0, kind.title, styles["title"])
    sheet.set_row(0, 28)
    row = _lines(sheet, 1, kind, styles)
    row = _tabs(sheet, row + 1, kind, styles)
    if METRICS in choices:
        row = _metrics(sheet, row + 1, choices[METRICS], styles)
    _lists(book, sheet, choices, styles)
    sheet.print_area(0, 0, row, len(WIDTHS) - 1)


def _lines(sheet: Any, row: int, kind: Kind, styles: Mapping[str, Any]) -> int:
    for text in kind.guidance:
        sheet.merge_range(row, 0, row, len(WIDTHS) - 1, text, styles["read"])
        sheet.set_row(row, height(text, sum(WIDTHS)))
        row += 1
    sheet.write_string(row, 0, MARK, styles["about"])
    sheet.write_string(row, 1, kind.mark, styles["about"])
    sheet.write_string(row, 2, "By this row the workbook is recognised; leave it as it is.", styles["about"])
    return row + 1


def _tabs(sheet: Any, row: int, kind: Kind, styles: Mapping[str, Any]) -> int:
    for index, text in enumerate(("Tab", "What it is for", "")):
        sheet.write_string(row, index, text, styles["heading"])
    for tab in kind.tabs:
        row += 1
        sheet.write_url(row, 0, f"internal:'{tab.name}'!A1", styles["bold"], tab.name)
        sheet.merge_range(row, 1, row, 2, tab.about, styles["read"])
        sheet.set_row(row, height(tab.about, WIDTHS[1] + WIDTHS[2]))
    return row + 1


def _metrics(sheet: Any, row: int, metrics: Choices, styles: Mapping[str, Any]) -> int:
    for index, text in enumerate(("Metric", "What it is called", "What it asks")):
        sheet.write_string(row, index, text, styles["heading"])
    for each in metrics.choices:
        row += 1
        question = each.more.get("question", "")
        for index, text in enumerate((each.code, each.more.get("title", ""), question)):
            sheet.write_string(row, index, text, styles["read"])
        sheet.set_row(row, max(height(each.code, WIDTHS[0]), height(question, WIDTHS[2])))
    return row + 1


def _lists(book: Any, sheet: Any, choices: Mapping[str, Choices], styles: Mapping[str, Any]) -> None:
    """Codes, labels and what else is known, a column each, so that a workbook means the same for ever."""
    column = FIRST_LIST
    for name, known in choices.items():
        more = sorted({key for each in known.choices for key in each.more})
        for index, heading in enumerate((f"{LIST}{name}", LABEL, *more)):
            sheet.write_string(0, column + index, heading, styles["list"])
        for row, each in enumerate(known.choices, 1):
            for index, text in enumerate((each.code, each.label, *(each.more.get(key, "") for key in more))):
                sheet.write_string(row, column + index, text, styles["list"])
        if known.choices:
            at = letter(column + 1)
            book.define_name(list_name(name), f"='{GUIDANCE}'!${at}$2:${at}${len(known.choices) + 1}")
        column += 2 + len(more)
    sheet.set_column(FIRST_LIST, column, 12, None, {"hidden": True})
