"""One of a few answers, all of them in sight."""

from dataclasses import dataclass, replace
from typing import Self

from candour.site.components.asking import Asking
from candour.site.components.choice import Choice
from candour.site.components.typed import Typed


@dataclass(frozen=True, slots=True, kw_only=True)
class Radios(Asking):
    """`value` is the one that is chosen already; `inline` puts two or three short ones into a line."""

    choices: tuple[Choice, ...]
    value: str = ""
    inline: bool = False

    def filled(self, typed: Typed) -> Self:
        """The same with what was chosen."""
        return replace(self, value=typed.one(self.name) or self.value, error=typed.error(self.name))
