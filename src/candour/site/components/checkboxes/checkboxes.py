"""Any of a few answers."""

from dataclasses import dataclass, replace
from typing import Self

from candour.site.components.asking import Asking
from candour.site.components.choice import Choice
from candour.site.components.typed import Typed


@dataclass(frozen=True, slots=True, kw_only=True)
class Checkboxes(Asking):
    """`values` are those that are ticked already. For yes or no there is one choice, whose value is `true`."""

    choices: tuple[Choice, ...]
    values: tuple[str, ...] = ()

    def filled(self, typed: Typed) -> Self:
        """The same with what was ticked."""
        return replace(self, values=typed.many(self.name) or self.values, error=typed.error(self.name))
