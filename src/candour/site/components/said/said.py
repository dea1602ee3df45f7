"""A sentence that answers something, with who says so."""

from dataclasses import dataclass

from candour.site.components.component import Component
from candour.site.components.link import Link
from candour.site.components.state_tag.state_tag import State, StateTag


@dataclass(frozen=True, slots=True, kw_only=True)
class Said(Component):
    """`question` heads it where there is one; `ask` is what to ask, and whom, where there is no answer.

    `first` marks what one should look at first. `sources` lead to the releases that say it.
    """

    text: str
    state: State = "value"
    question: str = ""
    first: bool = False
    sources: tuple[Link, ...] = ()
    ask: str = ""

    @property
    def tag(self) -> StateTag | None:
        """Which state it is in, where it is no value."""
        return None if self.state == "value" else StateTag(self.state)
