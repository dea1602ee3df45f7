"""What a picture says to whoever reads its SVG: its words with their places, and everything that could be amiss."""

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import dataclass

SVG = "{http://www.w3.org/2000/svg}"
_MOVED = re.compile(r"translate\(([-\d.e]+),\s*([-\d.e]+)\)")
_NUMBER = re.compile(r"-?\d+\.?\d*(?:e-?\d+)?")


@dataclass(frozen=True)
class Read:
    """A line of words: where it begins and ends, at the size that it is written in."""

    text: str
    x: float
    y: float
    anchor: str
    size: float
    bold: bool


def root(svg: str) -> ET.Element:
    """The picture; raises where it is no XML."""
    return ET.fromstring(svg)


def words(svg: str) -> tuple[Read, ...]:
    """All lines of words."""
    return tuple(_words(root(svg), 0.0, 0.0))


def _words(element: ET.Element, x: float, y: float) -> Iterator[Read]:
    moved = _MOVED.search(element.get("transform", ""))
    if moved:
        x, y = x + float(moved[1]), y + float(moved[2])
    if element.tag == f"{SVG}text":
        size = float(_NUMBER.search(element.get("font-size", "0"))[0])
        bold = element.get("font-weight") == "bold"
        yield Read("".join(element.itertext()), x, y, element.get("text-anchor", "start"), size, bold)
    for child in element:
        yield from _words(child, x, y)
