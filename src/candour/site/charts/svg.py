"""A chart as a picture that can be read by itself."""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

import vl_convert

from candour.site.charts.look import Width
from candour.site.charts.patterns import definitions
from candour.site.charts.picture import Picture, Size, Words
from candour.site.charts.words import clean
from candour.site.components.chart.chart import Chart

if TYPE_CHECKING:
    import altair

_OPENING = re.compile(r"^<svg [^>]*>")
_TAG = re.compile(r"<[^>]*>")
_SPOKEN = re.compile(r' (?:role|aria-[a-z]+|class|pointer-events)="[^"]*"')
_drawing: set[int] = set()
"""The process that draws."""


def svg(chart: Chart, width: Width) -> str:
    """The picture, with its title and description inside for those who hear it."""
    # Vega speaks of every group of marks; title and description say more.
    quiet = _TAG.sub(lambda tag: _SPOKEN.sub("", tag.group()), _written(chart.draw(width)))
    return _OPENING.sub(lambda opening: _told(chart, opening.group()) + definitions(quiet), quiet, count=1)


def warm() -> None:
    """Load what draws, so that nobody waits two seconds for the first picture."""
    from candour.site.charts.canvas import chart

    _written(chart(Picture(Size(9, 9), 9, (Words(x=1, y=5, text="-"),))))


def _written(chart: altair.LayerChart) -> str:
    """As Vega writes it."""
    _drawing.add(os.getpid())
    if len(_drawing) > 1:
        # The writer has a thread of its own, which no fork brings with it: it would wait for ever.
        raise RuntimeError("charts were drawn before this process was forked; draw in the fork alone")
    drawn: str = vl_convert.vegalite_to_svg(chart.to_dict(validate=False))
    return drawn


def _told(chart: Chart, opening: str) -> str:
    title = f'<title id="title">{escape(clean(chart.title))}</title>'
    description = f'<desc id="description">{escape(clean(chart.description, most=4000))}</desc>'
    return f'{opening[:-1]} role="img" aria-labelledby="title description">{title}{description}'
