"""A picture of figures, with the same figures in words and as a table."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Literal

from candour.site.components.component import Component
from candour.site.components.table.table import Table

Width = Literal["wide", "narrow"]
"""`wide` for a page and for print, `narrow` for a screen of 320 pixels."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart(Component):
    """`title` says what is shown, `description` in words what one would see; `table` has every figure of it.

    `draw` makes the Altair chart for a width when its picture is asked for. `address` is the picture's, without
    `.svg`: there is the chart alone, to be embedded.
    """

    id: str
    title: str
    description: str
    table: Table
    draw: Callable[[Width], Any] = field(compare=False)
    address: str
    caveats: tuple[str, ...] = ()

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
