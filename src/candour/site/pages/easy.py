"""A page in Easy Read: few words, one thought in a sentence, every heading a question, with a picture."""

from dataclasses import dataclass
from typing import Any, Literal

from django.utils.translation import gettext as _

from candour.site.components.figure.figure import Figure
from candour.site.components.link import Link
from candour.site.pages.reading import Reading, prefix

Picture = Literal[
    "house", "light", "money", "paper", "people", "question", "scales", "search", "speech", "star", "tick"
]
"""Each is a file of that name under `look/pictures/easy`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A question, and its answer in short sentences; what they count is counted from the page, never copied.

    `links` lead on, each to one thing.
    """

    question: str
    sentences: tuple[str, ...]
    picture: Picture
    links: tuple[Link, ...] = ()

    @property
    def file(self) -> str:
        """The picture's, as static files have it."""
        return f"easy/{self.picture}.svg"


def easy_address(asked: Reading[Any]) -> str:
    """Where a page is in Easy Read."""
    return f"{prefix()}/easy{asked.address.removeprefix(prefix())}"


def easy_link(link: Link) -> Link:
    """To the same thing in Easy Read."""
    return Link(link.text, f"{prefix()}/easy{link.address.removeprefix(prefix())}")


def in_short(figure: Figure) -> tuple[str, ...]:
    """A figure in short sentences; what is absent is said to be so."""
    said = figure.sentence if figure.sentence.endswith((".", "?")) else f"{figure.sentence}."
    if figure.state == "value":
        return (said, _("The answer is %(value)s.") % {"value": figure.value})
    why = {
        "suppressed": _("We do not show this number. It is about very few people."),
        "not computable": _("Nobody can work this out from what was published."),
        "not reported": _("Nobody has published this."),
    }
    return (said, why[figure.state])
