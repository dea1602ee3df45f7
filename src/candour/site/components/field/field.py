"""A line of a form to type into."""

from dataclasses import dataclass, replace
from typing import Literal, Self

from candour.site.components.asking import Asking
from candour.site.components.typed import Typed


@dataclass(frozen=True, slots=True, kw_only=True)
class Field(Asking):
    """`width` is in letters where the answer has a length, else the field is as wide as its column.

    `prefix` and `suffix` are units, such as £ or %. `mode` tells a telephone which keys to show, `autocomplete`
    a browser what of its reader's own could stand here.
    """

    value: str = ""
    width: Literal["full", "20", "10", "5", "4", "3", "2"] = "full"
    prefix: str = ""
    suffix: str = ""
    mode: Literal["", "numeric", "decimal", "search"] = ""
    autocomplete: str = ""

    def filled(self, typed: Typed) -> Self:
        """The same with what was typed."""
        return replace(self, value=typed.one(self.name) or self.value, error=typed.error(self.name))
