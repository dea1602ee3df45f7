"""A picture as an Altair chart: every mark at its pixel, and every word as data, so that none of it can be run.

Import it only to draw: Altair takes a second to load.
"""

from collections import defaultdict
from typing import Any

import altair

from candour.site.charts.look import FONT, PAPER
from candour.site.charts.picture import Box, Line, Mark, Picture, Symbol, Words
from candour.site.charts.words import clean

_Style = tuple[tuple[str, Any], ...]
_Row = dict[str, Any]

_SHAPES = {"hexagon": "M0,-1.155L1,-0.577L1,0.577L0,1.155L-1,0.577L-1,-0.577Z"}
"""Those that Vega has no name for, from -1 to 1."""


def chart(picture: Picture) -> altair.LayerChart:
    """The chart."""
    layers = [_layer(kind, style, rows) for (kind, style), rows in _layers(picture).items()]
    laid: altair.LayerChart = altair.layer(
        *layers,
        width=picture.size.width,
        height=picture.size.height,
        padding=0,
        autosize=altair.AutoSizeParams(type="none"),
        background=PAPER,
    ).configure(view=altair.ViewConfig(stroke=None), aria=False, font=FONT)
    return laid


def _layers(picture: Picture) -> dict[tuple[str, _Style], list[_Row]]:
    """Rows of one style in one layer, in the order in which they lie upon each other."""
    layers: dict[tuple[str, _Style], list[_Row]] = defaultdict(list)
    for kind in (Box, Line, Symbol, Words):
        for number, mark in enumerate(picture.of(kind)):
            name, style, rows = _told(mark, picture.text, number)
            layers[name, style].extend(rows)
    return layers


def _told(mark: Mark, text: int, number: int) -> tuple[str, _Style, list[_Row]]:
    """What Vega calls the mark, its style, and its data."""
    match mark:
        case Box():
            place = {"x": mark.left, "y": mark.top, "x2": mark.right, "y2": mark.bottom}
            return "rect", (("fill", mark.fill), ("stroke", mark.edge), ("strokeWidth", mark.thickness)), [place]
        case Line():
            style = (("stroke", mark.colour), ("strokeWidth", mark.thickness), ("strokeDash", mark.dash))
            return "line", style, [{"x": x, "y": y, "line": number, "n": n} for n, (x, y) in enumerate(mark.points)]
        case Symbol():
            look = (("shape", _SHAPES.get(mark.shape, mark.shape)), ("size", mark.size**2), ("opacity", 1))
            edge = (("fill", mark.fill), ("stroke", mark.edge), ("strokeWidth", mark.thickness))
            return "point", (*look, *edge), [{"x": mark.x, "y": mark.y}]
        case Words():
            font = (("fontWeight", "bold" if mark.bold else "normal"), ("fontSize", text), ("align", mark.align))
            rest = (("baseline", "middle"), ("font", FONT), ("fill", mark.colour))
            row = {"x": mark.x, "y": mark.y, "text": clean(mark.text)}
            return "text", (*font, *rest), [row] if row["text"] else []


def _layer(kind: str, style: _Style, rows: list[_Row]) -> Any:
    """The data are in pixels already: the scales leave them where they are."""
    said: dict[str, Any] = {name: list(value) if isinstance(value, tuple) else value for name, value in style}
    chart = altair.Chart(altair.InlineData(values=rows))
    marked = getattr(chart, f"mark_{kind}")(**said)
    place = {"x": _axis(altair.X, "x"), "y": _axis(altair.Y, "y")}
    if kind == "rect":
        place |= {"x2": altair.X2("x2"), "y2": altair.Y2("y2")}
    if kind == "line":
        place |= {"detail": altair.Detail("line:N"), "order": altair.Order("n:Q")}
    if kind == "text":
        place["text"] = altair.Text("text:N")
    return marked.encode(**place)


def _axis(channel: Any, name: str) -> Any:
    return channel(f"{name}:Q", scale=None, axis=None)
