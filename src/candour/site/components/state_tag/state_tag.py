"""Which of the four states a figure is in, in the same words everywhere."""

from dataclasses import dataclass
from typing import Literal

from django.utils.translation import gettext as _

from candour.site.components.component import Component
from candour.site.components.tag.tag import Colour, Tag

State = Literal["value", "suppressed", "not computable", "not reported"]

_COLOURS: dict[State, Colour] = {
    "value": "green",
    "suppressed": "purple",
    "not computable": "yellow",
    "not reported": "grey",
}


@dataclass(frozen=True, slots=True)
class StateTag(Component):
    """`state` is that of a figure; nothing that is absent is ever shown as zero."""

    state: State

    @property
    def tag(self) -> Tag:
        """It as a tag."""
        return Tag(self.plain, _COLOURS[self.state])

    @property
    def plain(self) -> str:
        """The state in words."""
        return {
            "value": _("Reported"),
            "suppressed": _("Hidden to protect people"),
            "not computable": _("Cannot be worked out"),
            "not reported": _("Not reported"),
        }[self.state]
