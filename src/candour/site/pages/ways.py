"""Lists of things to choose from, each with what it is about."""

from dataclasses import dataclass

from candour.site.components.link import Link


@dataclass(frozen=True, slots=True)
class Way:
    """One thing to choose: where it leads, and what it is about."""

    link: Link
    about: str


@dataclass(frozen=True, slots=True)
class Ways:
    """Things to choose that belong together; those that are `hidden` open where one asks for them."""

    title: str
    ways: tuple[Way, ...]
    hidden: bool = False
