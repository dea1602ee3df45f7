"""What all charts share: sizes, text, and colours that also differ in lightness, shape or pattern."""

from typing import Literal

Width = Literal["wide", "narrow"]
"""`wide` for a page and for print, `narrow` for a screen of 320 pixels."""

PIXELS: dict[Width, int] = {"wide": 640, "narrow": 290}
"""How wide a picture is. A screen of 320 pixels leaves 290 beside the margins of a page."""

TEXT: dict[Width, int] = {"wide": 13, "narrow": 12}
"""The size of all text: there is no smaller one."""

FONT = "Arial, 'Liberation Sans', Helvetica, sans-serif"
"""Fonts of one measure, of which nearly every machine has one: no font is fetched."""

INK = "#0b0c0c"
"""Text and marks: 19 to 1 on white, so a reader who asks for more contrast needs no other picture."""

QUIET = "#505a5f"
"""Lines that are read second, such as limits: 7 to 1 on white."""

GRID = "#cfd2d4"
"""Lines that only guide the eye."""

PAPER = "#ffffff"
"""The picture's own background, whatever the page's is."""

BRAND = "#5b2a6e"
"""Ours; as dark as ink without colour."""

GAP = 8
"""Between things that stand beside each other."""
