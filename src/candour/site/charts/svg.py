"""A chart as a picture that can be read by itself."""

import re
from xml.sax.saxutils import escape

import vl_convert

from candour.site.charts.look import Width
from candour.site.charts.patterns import definitions
from candour.site.charts.words import clean
from candour.site.components.chart.chart import Chart

_OPENING = re.compile(r"^<svg [^>]*>")
_TAG = re.compile(r"<[^>]*>")
_SPOKEN = re.compile(r' (?:role|aria-[a-z]+|class|pointer-events)="[^"]*"')


def svg(chart: Chart, width: Width) -> str:
    """The picture, with its title and description inside for those who hear it."""
    drawn: str = vl_convert.vegalite_to_svg(chart.draw(width).to_dict(validate=False))
    # Vega speaks of every group of marks; title and description say more.
    quiet = _TAG.sub(lambda tag: _SPOKEN.sub("", tag.group()), drawn)
    return _OPENING.sub(lambda opening: _told(chart, opening.group()) + definitions(quiet), quiet, count=1)


def _told(chart: Chart, opening: str) -> str:
    title = f'<title id="title">{escape(clean(chart.title))}</title>'
    description = f'<desc id="description">{escape(clean(chart.description, most=4000))}</desc>'
    return f'{opening[:-1]} role="img" aria-labelledby="title description">{title}{description}'
