"""What stands around every page: the ways in, the languages, and what is at its foot."""

from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import get_language, pgettext

from candour.site.pages.reading import address_of, prefix

_ENGLISH_ONLY = ("/api", "/problems", "/kept")
"""Addresses that there is one of, whatever the language."""


@dataclass(frozen=True, slots=True)
class Way:
    """`current` is `page` where it leads to the page that is read, and `true` where to one above that."""

    text: str
    address: str
    current: str = ""


@dataclass(frozen=True, slots=True)
class Tongue:
    """The same page in a language, `name` in its own words; `address` is from the site's root."""

    code: str
    name: str
    address: str
    current: bool

    @property
    def whole(self) -> str:
        """Its permanent address, by which search engines know it."""
        return f"{settings.CANDOUR_ADDRESS}{self.address}"


def around(request: HttpRequest) -> dict[str, object]:
    """The names that every template knows, whatever page it is of."""
    return {
        "front": address_of(""),
        "menu": [_way(request, text, kind) for kind, text in _menu()],
        "foot": [
            *(_way(request, text, kind) for kind, text in _foot()),
            Way(pgettext("frame", "Data for programs (API)"), "/api/v1/docs"),
        ],
        "tongues": _tongues(request),
    }


def _menu() -> tuple[tuple[str, str], ...]:
    return (
        ("search", pgettext("frame", "Search")),
        ("compare", pgettext("frame", "Compare")),
        ("standards", pgettext("frame", "Minimum standards")),
        ("cost", pgettext("frame", "Cost of an hour")),
        ("lessons", pgettext("frame", "Lessons")),
        ("publishers", pgettext("frame", "Publishers")),
    )


def _foot() -> tuple[tuple[str, str], ...]:
    return (
        ("easy", pgettext("frame", "Easy Read")),
        ("about", pgettext("frame", "About Candour")),
        ("accessibility", pgettext("frame", "Accessibility statement")),
        ("privacy", pgettext("frame", "Privacy")),
    )


def _way(request: HttpRequest, text: str, kind: str) -> Way:
    address = address_of(kind)
    if request.path == address:
        return Way(text, address, "page")
    return Way(text, address, "true" if request.path.startswith(f"{address}/") else "")


def _tongues(request: HttpRequest) -> list[Tongue]:
    if request.path.startswith(_ENGLISH_ONLY):
        return []
    bare = request.get_full_path().removeprefix(prefix())
    here = get_language()
    return [
        Tongue(code, name, bare if code == settings.LANGUAGE_CODE else f"/{code}{bare}", code == here)
        for code, name in settings.LANGUAGES
    ]
