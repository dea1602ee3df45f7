"""A picture of figures, with the same figures in words and as a table."""

from dataclasses import dataclass, field

from candour.site.charts.drawing import Drawing
from candour.site.charts.look import Width
from candour.site.charts.picture import Size
from candour.site.components.component import Component
from candour.site.components.table.table import Table


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart(Component):
    """`title` says what is shown, `description` in words what one would see; `table` has every figure of it.

    `draw` is a form of `candour.site.charts`, such as `Dots(...)`: it is drawn when its picture is asked for.
    `address` is the picture's, without `.svg`: there is the chart alone, to be embedded.
    """

    id: str
    title: str
    description: str
    table: Table
    draw: Drawing = field(compare=False)
    address: str
    caveats: tuple[str, ...] = ()
    wide_size: Size = field(init=False, compare=False)
    narrow_size: Size = field(init=False, compare=False)
    """How much room a page keeps for each picture before it is loaded."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "wide_size", self.draw.size("wide"))
        object.__setattr__(self, "narrow_size", self.draw.size("narrow"))

    def picture(self, width: Width) -> str:
        """The address of the picture."""
        path, mark, query = self.address.partition("?")
        narrow = "&width=narrow" if mark else "?width=narrow"
        return f"{path}.svg{mark}{query}{narrow if width == 'narrow' else ''}"

    @property
    def wide(self) -> str:
        """The address of the wide picture."""
        return self.picture("wide")

    @property
    def narrow(self) -> str:
        """The address of the narrow one."""
        return self.picture("narrow")
