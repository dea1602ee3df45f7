"""Addresses of every type of page there is, each with a thing that the data have."""

from candour.operations.home import Home
from candour.site.explore import KINDS
from candour.site.pages.kind import PageKind
from candour.site.pages.worth_seeing import worth_seeing

OTHERS = {
    "components": "/look",
    "about": "/about",
    "accessibility": "/accessibility",
    "privacy": "/privacy",
    "Easy Read": "/easy",
    "nothing there": "/no/such/page",
    "Welsh": "/cy/about",
    "not in Welsh yet": "/cy/privacy",
}
"""Pages that are of no kind."""
_EASY = "easy "
TYPES = (*(kind.id for kind in KINDS), *(f"{_EASY}{kind.id}" for kind in KINDS if kind.easy), *OTHERS)


def address_of_type(name: str, home: Home) -> str:
    """Where there is much to see."""
    if name in OTHERS:
        return OTHERS[name]
    where = first(_kind(name.removeprefix(_EASY)), home)
    return f"/easy{where}" if name.startswith(_EASY) else where


def first(kind: PageKind, home: Home) -> str:
    """The page of a kind that there is most to see on."""
    with home.tables() as tables:
        return worth_seeing(tables, kind)[0]


def _kind(id: str) -> PageKind:
    return next(kind for kind in KINDS if kind.id == id)
