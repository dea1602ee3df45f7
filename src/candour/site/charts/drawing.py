"""What every form of chart is: something that knows its size, and where each of its marks stands."""

from abc import ABC, abstractmethod

from candour.site.charts.look import Width
from candour.site.charts.picture import Picture, Size


class Drawing(ABC):
    """The `draw` of a chart. A form is a frozen dataclass of typed rows that lays itself out for either width."""

    __slots__ = ()

    @abstractmethod
    def lay(self, width: Width) -> Picture:
        """Every mark at its place."""

    def size(self, width: Width) -> Size:
        """How large the picture is, so that a page keeps room for it before it is loaded."""
        return self.lay(width).size
