"""How a template looks: few colours, strong contrast, cells to fill in told apart from those to read."""

from typing import Any

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
    "list": {**FONT, "font_size": 8, "num_format": "@"},
}
"""Cells that hold text are formatted as text, so that no program takes it for a formula or a date."""

OF_HOLDS = {"day": "day", "number": "number", "whole": "number", "share": "number"}
"""The style of a cell, by what its column holds; all others are text."""

_CHARACTERS_A_LINE = 1.05
"""Characters of this font that fit into one unit of a column's width, with a little to spare."""


def height(text: str, width: float, line: float = 13.5) -> float:
    """Points that a wrapped text needs in a column so wide."""
    room = max(1.0, width * _CHARACTERS_A_LINE)
    lines = sum(max(1, -int(-len(part) // room)) for part in text.split("\n"))
    return lines * line + 3
