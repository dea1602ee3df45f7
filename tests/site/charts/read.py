"""What a picture says to whoever reads its SVG: its words with their places, and everything that could be amiss."""

import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import dataclass

SVG = "{http://www.w3.org/2000/svg}"


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
    picture = root(svg)
    return tuple(_words(picture, float(picture.attrib["font-size"])))


def _words(picture: ET.Element, size: float) -> Iterator[Read]:
    for line in picture.iter(f"{SVG}text"):
        x, y, bold = float(line.attrib["x"]), float(line.attrib["y"]), line.get("font-weight") == "bold"
        yield Read("".join(line.itertext()), x, y, line.attrib["text-anchor"], size, bold)
