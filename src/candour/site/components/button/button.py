"""What sends a form."""

from dataclasses import dataclass

from candour.site.components.component import Component


@dataclass(frozen=True, slots=True)
class Button(Component):
    """`text` says what will happen. With `name` and `value`, the address says which of several was pressed."""

    text: str
    secondary: bool = False
    name: str = ""
    value: str = ""
