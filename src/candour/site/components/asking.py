"""What all parts of a form have in common that ask for something."""

from dataclasses import dataclass
from typing import Self

from candour.site.components.component import Component
from candour.site.components.typed import Typed


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking(Component):
    """`name` is that of the value in an address, `label` the question, `hint` what helps to answer it.

    `error` says what is wrong and what to do; it stands beside the question, and leads there from the summary.
    """

    name: str
    label: str
    hint: str = ""
    error: str = ""

    @property
    def id(self) -> str:
        """Of the element that is to be filled in, or of the first of several."""
        return f"asked-{self.name}"

    @property
    def described_by(self) -> str:
        """The ids of what a screen reader says after the label."""
        parts = [f"{self.id}-{part}" for part in ("hint", "error") if getattr(self, part)]
        return " ".join(parts)

    def filled(self, typed: Typed) -> Self:
        """The same with what was typed, and with what is wrong with it."""
        raise NotImplementedError
