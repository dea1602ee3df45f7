"""A chart as a picture that can be read by itself: every mark at its place, as SVG."""

import xml.etree.ElementTree as ET
from collections.abc import Iterator

from candour.site.charts.look import FONT, PAPER, Width
from candour.site.charts.patterns import definitions
from candour.site.charts.picture import Align, Box, Line, Mark, Picture, Shape, Symbol, Words
from candour.site.charts.words import clean
from candour.site.components.chart.chart import Chart

_NAMESPACE = "http://www.w3.org/2000/svg"
_ANCHORS: dict[Align, str] = {"left": "start", "center": "middle", "right": "end"}
_BASELINE = 0.34
"""From the middle of a line of words to the line that they stand on, in sizes of the text."""

_OUTLINES: dict[Shape, tuple[tuple[float, float], ...]] = {
    "square": ((-0.9, -0.9), (0.9, -0.9), (0.9, 0.9), (-0.9, 0.9)),
    "diamond": ((0, -1.3), (1.3, 0), (0, 1.3), (-1.3, 0)),
    "triangle-up": ((0, -1.2), (1.1, 0.8), (-1.1, 0.8)),
    "triangle-down": ((0, 1.2), (-1.1, -0.8), (1.1, -0.8)),
    "cross": (
        *((-0.4, -1.1), (0.4, -1.1), (0.4, -0.4), (1.1, -0.4), (1.1, 0.4), (0.4, 0.4)),
        *((0.4, 1.1), (-0.4, 1.1), (-0.4, 0.4), (-1.1, 0.4), (-1.1, -0.4), (-0.4, -0.4)),
    ),
    "hexagon": ((0, -1.155), (1, -0.577), (1, 0.577), (0, 1.155), (-1, 0.577), (-1, -0.577)),
}
"""In halves of a symbol's size; of those that stand for values, areas are about that of the circle."""


def svg(chart: Chart, width: Width) -> str:
    """The picture, with its title and description inside for those who hear it."""
    picture = chart.draw.lay(width)
    wide, high = str(picture.size.width), str(picture.size.height)
    drawn = _element(
        "svg",
        xmlns=_NAMESPACE,
        width=wide,
        height=high,
        viewBox=f"0 0 {wide} {high}",
        role="img",
        aria_labelledby="title description",
        font_family=FONT,
        font_size=str(picture.text),
    )
    drawn.append(_element("title", clean(chart.title), id="title"))
    drawn.append(_element("desc", clean(chart.description, most=4000), id="description"))
    drawn.extend(definitions({mark.fill for mark in picture.marks if isinstance(mark, Box)}))
    drawn.append(_element("rect", width=wide, height=high, fill=PAPER))
    drawn.extend(_marks(picture))
    return ET.tostring(drawn, encoding="unicode")


def _marks(picture: Picture) -> Iterator[ET.Element]:
    """In the order in which they lie upon each other."""
    for kind in (Box, Line, Symbol, Words):
        for mark in picture.of(kind):
            yield _drawn(mark, picture.text)


def _drawn(mark: Mark, text: int) -> ET.Element:
    match mark:
        case Box():
            return _element(
                "rect",
                x=_number(mark.left),
                y=_number(mark.top),
                width=_number(mark.right - mark.left),
                height=_number(mark.bottom - mark.top),
                **_edged(mark),
            )
        case Line():
            dash = {"stroke_dasharray": ",".join(map(str, mark.dash))} if mark.dash else {}
            stroke = {"stroke": mark.colour, "stroke_width": _number(mark.thickness)}
            return _element("path", d=_path(mark.points), fill="none", **stroke, **dash)
        case Symbol():
            return _symbol(mark)
        case Words():
            bold = {"font_weight": "bold"} if mark.bold else {}
            place = {"x": _number(mark.x), "y": _number(mark.y + _BASELINE * text)}
            anchor = _ANCHORS[mark.align]
            return _element("text", clean(mark.text), **place, text_anchor=anchor, fill=mark.colour, **bold)


def _symbol(mark: Symbol) -> ET.Element:
    if mark.shape == "circle":
        centre = {"cx": _number(mark.x), "cy": _number(mark.y)}
        return _element("circle", **centre, r=_number(mark.size / 2), **_edged(mark))
    points = tuple((mark.x + x * mark.size / 2, mark.y + y * mark.size / 2) for x, y in _OUTLINES[mark.shape])
    return _element("path", d=_path(points) + "Z", **_edged(mark))


def _edged(mark: Box | Symbol) -> dict[str, str]:
    return {"fill": mark.fill, "stroke": mark.edge, "stroke_width": _number(mark.thickness)}


def _path(points: tuple[tuple[float, float], ...]) -> str:
    return "M" + "L".join(f"{_number(x)},{_number(y)}" for x, y in points)


def _number(value: float) -> str:
    """To the hundredth of a pixel."""
    return f"{value:.2f}".rstrip("0").rstrip(".")


def _element(name: str, text: str = "", **attributes: str) -> ET.Element:
    made = ET.Element(name, {key.replace("_", "-"): value for key, value in attributes.items()})
    made.text = text or None
    return made
