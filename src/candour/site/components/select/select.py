"""One of many answers, out of a list that opens."""

from dataclasses import dataclass, replace
from typing import Self

from candour.site.components.asking import Asking
from candour.site.components.choice import Choice
from candour.site.components.typed import Typed


@dataclass(frozen=True, slots=True, kw_only=True)
class Select(Asking):
    """`none` is what the list says for no answer; without it, the first choice is what nobody changed."""

    choices: tuple[Choice, ...]
    value: str = ""
    none: str = ""

    def filled(self, typed: Typed) -> Self:
        """The same with what was chosen."""
        return replace(self, value=typed.one(self.name) or self.value, error=typed.error(self.name))
