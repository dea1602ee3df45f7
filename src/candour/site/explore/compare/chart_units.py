"""How charts of measured figures write numbers, and what their axes measure."""

from candour.compare.measured.answer import MeasuredComparison
from candour.site.charts.unit import PERCENT
from candour.site.charts.unit import Unit as ChartUnit


def chart_unit(unit: str) -> ChartUnit:
    """How a chart writes numbers in a unit of the outcome library."""
    if unit == "share":
        return ChartUnit(after="%", times=100, lowest=0, highest=1)
    return PERCENT if unit == "percent" else ChartUnit()


def axis_name(comparison: MeasuredComparison) -> str:
    """What an axis measures."""
    unit = comparison.unit
    return comparison.title if unit in ("share", "percent") else f"{comparison.title} ({unit})"
