"""What every form of chart is: something that knows its size, and draws itself."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import TYPE_CHECKING

from candour.site.charts.look import Width
from candour.site.charts.picture import Picture, Size

if TYPE_CHECKING:
    import altair


class Drawing(ABC):
    """The `draw` of a chart. A form is a frozen dataclass of typed rows that lays itself out for either width."""

    __slots__ = ()

    @abstractmethod
    def lay(self, width: Width) -> Picture:
        """Every mark at its place."""

    def size(self, width: Width) -> Size:
        """How large the picture is, so that a page keeps room for it before it is loaded."""
        return self.lay(width).size

    def __call__(self, width: Width) -> altair.LayerChart:
        """The chart."""
        from candour.site.charts.canvas import chart

        return chart(self.lay(width))
