"""Addresses of every type of page there is, each with a thing that the data have."""

from candour.operations.home import Home
from candour.site.explore import KINDS
from candour.site.explore.provider.page import PROVIDER
from candour.site.kept.contents import contents_of
from candour.site.kept.keeping import keep
from candour.site.pages.kind import PageKind
from candour.site.pages.worth_seeing import worth_seeing

OTHERS = {
    "components": "/look",
    "about": "/about",
    "accessibility": "/accessibility",
    "privacy": "/privacy",
    "Easy Read": "/easy",
    "nothing there": "/no/such/page",
    "one of several": "/provider/a",
    "a form again": "/cost?year=x",
    "the API": "/api/v1/docs",
    "an operation of the API": "/api/v1/docs/provider",
    "a problem of the API": "/problems/not-found",
    "how to keep a page": "/kept",
    "Welsh": "/cy/about",
    "not in Welsh yet": "/cy/privacy",
}
"""Pages that are of no kind."""
_EASY = "easy "
_KEPT = "a kept page"
TYPES = (*(kind.id for kind in KINDS), *(f"{_EASY}{kind.id}" for kind in KINDS if kind.easy), *OTHERS, _KEPT)
FRAMELESS = ("an embedded chart",)
"""What stands in pages of others, and so has no menu and no foot."""


def address_of_type(name: str, home: Home) -> str:
    """Where there is much to see."""
    if name in OTHERS:
        return OTHERS[name]
    if name in FRAMELESS:
        return f"{first(PROVIDER, home)}/chart/rated-over-time"
    if name == _KEPT:
        return f"/kept/{keep(contents_of(first(PROVIDER, home))).digest}/"
    where = first(_kind(name.removeprefix(_EASY)), home)
    return f"/easy{where}" if name.startswith(_EASY) else where


def first(kind: PageKind, home: Home) -> str:
    """The page of a kind that there is most to see on."""
    with home.tables() as tables:
        return worth_seeing(tables, kind)[0]


def _kind(id: str) -> PageKind:
    return next(kind for kind in KINDS if kind.id == id)
