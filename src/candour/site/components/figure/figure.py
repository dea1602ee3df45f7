"""A number with everything that it may not travel without."""

from dataclasses import dataclass

from candour.site.components.component import Component
from candour.site.components.state_tag.state_tag import State, StateTag


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure(Component):
    """What can be said, in a sentence; then the number; its method one click away.

    `value` is written out with its unit ("82%", "£21.40 an hour"); it is empty in every state but *value*, where
    `because` says why. `interval` is a range in words, `rests_on` how many it rests on, `caveats` stand beside it.
    """

    sentence: str
    state: State = "value"
    value: str = ""
    interval: str = ""
    rests_on: str = ""
    period: str = ""
    because: str = ""
    caveats: tuple[str, ...] = ()
    method: str = ""
    """The address of the page that defines it."""

    @property
    def state_words(self) -> str:
        """The state, as it is called everywhere."""
        return StateTag(self.state).plain

    def __post_init__(self) -> None:
        if (self.state == "value") != bool(self.value):
            raise ValueError(f"{self.sentence}: a figure has a value in the state 'value' and in no other")
