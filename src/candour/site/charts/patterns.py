"""Fills that differ without colour: by what is drawn in them, and by how dark they are."""

import xml.etree.ElementTree as ET
from collections.abc import Set
from dataclasses import dataclass

from candour.site.charts.look import BRAND, INK, PAPER

Drawn = tuple[str, dict[str, str]]
"""The name of an SVG element, and its attributes."""


@dataclass(frozen=True, slots=True)
class Pattern:
    """A square of so many pixels that repeats; `drawn` is what stands in it, on `ground`."""

    id: str
    ground: str
    drawn: Drawn | None = None
    side: int = 8

    @property
    def fill(self) -> str:
        """How a mark names it."""
        return f"url(#{self.id})"

    @property
    def definition(self) -> ET.Element:
        """As SVG holds it."""
        square = {"width": str(self.side), "height": str(self.side)}
        made = ET.Element("pattern", {"id": self.id, "patternUnits": "userSpaceOnUse"} | square)
        ET.SubElement(made, "rect", square | {"fill": self.ground})
        if self.drawn:
            ET.SubElement(made, *self.drawn)
        return made


def _strokes(path: str, colour: str, thickness: float = 1.5) -> Drawn:
    return "path", {"d": path, "stroke": colour, "stroke-width": str(thickness), "fill": "none"}


PATTERNS = (
    Pattern("solid", BRAND),
    Pattern("rising", PAPER, _strokes("M-2,2L2,-2M0,8L8,0M6,10L10,6", INK)),
    Pattern("light", "#c9b6d3"),
    Pattern("dotted", PAPER, ("circle", {"cx": "4", "cy": "4", "r": "1.8", "fill": INK})),
    Pattern("dark-falling", INK, _strokes("M-2,6L2,10M0,0L8,8M6,-2L10,2", PAPER)),
    Pattern("level", PAPER, _strokes("M0,4H8", INK)),
    Pattern("grey", "#8d9296"),
    Pattern("crossed", PAPER, _strokes("M0,0L8,8M8,0L0,8", INK, 1)),
    Pattern("upright", "#e9e2ee", _strokes("M4,0V8", BRAND, 2)),
    Pattern("blank", PAPER),
)
"""In the order in which parts of a whole get them: neighbours differ most."""

SOLID, RISING, *_REST, BLANK = PATTERNS


def definitions(fills: Set[str]) -> tuple[ET.Element, ...]:
    """Those that a picture names, for its head; nothing where it names none."""
    found = [pattern.definition for pattern in PATTERNS if pattern.fill in fills]
    if not found:
        return ()
    head = ET.Element("defs")
    head.extend(found)
    return (head,)
