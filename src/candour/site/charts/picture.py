"""A picture before it is drawn: marks at pixels, each with its style."""

from dataclasses import dataclass
from typing import Literal

from candour.site.charts.look import INK

Align = Literal["left", "center", "right"]
Shape = Literal["circle", "square", "diamond", "triangle-up", "triangle-down", "cross", "hexagon"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """A rectangle; `fill` is a colour or a pattern of `patterns`."""

    left: float
    top: float
    right: float
    bottom: float
    fill: str
    edge: str = INK
    thickness: float = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """Through points, in their order."""

    points: tuple[tuple[float, float], ...]
    colour: str = INK
    thickness: float = 1.5
    dash: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Symbol:
    """A mark at a point; `size` is its width in pixels."""

    x: float
    y: float
    shape: Shape = "circle"
    size: float = 9
    fill: str = INK
    edge: str = INK
    thickness: float = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """One line of text; `y` is its middle."""

    x: float
    y: float
    text: str
    align: Align = "left"
    bold: bool = False
    colour: str = INK


Mark = Box | Line | Symbol | Words


@dataclass(frozen=True, slots=True)
class Size:
    """In pixels."""

    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Picture:
    """Marks on paper of a size; boxes lie under lines, lines under symbols, and words on top."""

    size: Size
    text: int
    marks: tuple[Mark, ...]

    def of(self, kind: type) -> tuple[Mark, ...]:
        """Those of one kind."""
        return tuple(mark for mark in self.marks if isinstance(mark, kind))
