"""A chart as a picture that can be read by itself."""

import vl_convert

from candour.site.components.chart.chart import Chart, Width


def svg(chart: Chart, width: Width) -> str:
    """The picture, with its title and description inside for those who hear it."""
    return vl_convert.vegalite_to_svg(chart.draw(width).to_dict())
