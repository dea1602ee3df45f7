"""The ways from one page of a long list to the others."""

from collections.abc import Callable
from dataclasses import dataclass, field

from candour.site.components.component import Component


@dataclass(frozen=True, slots=True)
class Pagination(Component):
    """`current` of `pages`, counted from one; `address` gives where each is. `label` names the list."""

    current: int
    pages: int
    address: Callable[[int], str] = field(compare=False)
    label: str

    @property
    def previous(self) -> str:
        """The address of the page before; empty on the first."""
        return self.address(self.current - 1) if self.current > 1 else ""

    @property
    def next(self) -> str:
        """The address of the page after; empty on the last."""
        return self.address(self.current + 1) if self.current < self.pages else ""

    @property
    def items(self) -> list[tuple[int, str] | None]:
        """The first, the last, and those beside the current one, with their addresses; None for those between."""
        near = {1, self.current - 1, self.current, self.current + 1, self.pages}
        items: list[tuple[int, str] | None] = []
        last = 0
        for number in sorted(one for one in near if 1 <= one <= self.pages):
            if number > last + 1:
                items.append(None)
            items.append((number, self.address(number)))
            last = number
        return items
