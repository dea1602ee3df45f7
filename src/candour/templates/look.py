"""How a template looks: few colours, strong contrast, cells to fill in told apart from those to read."""

from typing import Any

from candour.templates.kind import Column

FONT = {"font_name": "Arial", "font_size": 10}
INK, PAPER, BAND, ASKED, QUIET = "#0B2545", "#FFFDF2", "#13315C", "#E8EEF5", "#3F4A56"
LINE = {"border": 1, "border_color": "#9AA5B1"}
READ = {**FONT, "text_wrap": True, "valign": "top"}
FILL = {**READ, **LINE, "bg_color": PAPER, "locked": False}

STYLES: dict[str, dict[str, Any]] = {
    "title": {**FONT, "bold": True, "font_size": 16, "font_color": INK, "valign": "vcenter"},
    "block": {**FONT, "bold": True, "font_size": 13, "font_color": INK, "valign": "vcenter"},
    "about": {**READ, "font_color": QUIET},
    "read": READ,
    "bold": {**READ, "bold": True},
    "section": {**FONT, "bold": True, "bg_color": ASKED, "font_color": INK, "valign": "vcenter"},
    "heading": {**READ, **LINE, "bold": True, "bg_color": BAND, "font_color": "#FFFFFF", "valign": "vcenter"},
    "hint": {**READ, **LINE, "font_size": 9, "font_color": QUIET, "bg_color": "#F5F7FA"},
    "asked": {**READ, **LINE, "bold": True, "bg_color": ASKED},
    "text": {**FILL, "num_format": "@", "quote_prefix": False},
    "day": {**FILL, "num_format": "d mmm yyyy", "align": "left"},
    "number": {**FILL, "num_format": "General", "align": "right"},
    "money": {**FILL, "num_format": "#,##0.00##", "align": "right"},
    "free text": {**FONT, "num_format": "@", "locked": False},
    "free day": {**FONT, "num_format": "d mmm yyyy", "align": "left", "locked": False},
    "free money": {**FONT, "num_format": "#,##0.00##", "locked": False},
    "free number": {**FONT, "num_format": "General", "locked": False},
    "list": {**FONT, "font_size": 8, "num_format": "@"},
}
"""Cells that hold text are formatted as text, so that no program takes it for a formula or a date. The free ones lie
around the rows to fill in: were they locked, no row could be deleted."""

_OF_HOLDS = {"day": "day", "number": "number", "whole": "number", "share": "number"}


def style_of(column: Column | None) -> str:
    """The name of the style of a column's cells; None is the column that says where a row belongs."""
    if column is None:
        return "text"
    return "money" if column.path.endswith(".amount") else _OF_HOLDS.get(column.holds, "text")


_CHARACTERS_A_LINE = 1.05
"""Characters of this font that fit into one unit of a column's width, with a little to spare."""


def height(text: str, width: float, line: float = 13.5) -> float:
    """Points that a wrapped text needs in a column so wide."""
    room = max(1.0, width * _CHARACTERS_A_LINE)
    lines = sum(max(1, -int(-len(part) // room)) for part in text.split("\n"))
    return lines * line + 3
