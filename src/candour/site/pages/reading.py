"""One request for a page, with all that it is made from."""

from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar
from urllib.parse import quote, urlencode

from django.conf import settings
from django.utils.translation import get_language

from candour.operations.home import Home
from candour.site.pages.asked import Asked

FRONT = "home"
"""The kind of the page at the site's root. Its files stand under its own name, as those of others do."""

AskedOf = TypeVar("AskedOf", bound=Asked)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading(Generic[AskedOf]):
    """`key` says of which thing the page is, empty where there is one page of its kind; `asked` is its query.

    `day` is the day of reading in the United Kingdom. `path` is what the addresses of its files begin with, such as
    `/provider/cqc:1-101`; the page itself stands there too, except the front page.
    """

    home: Home
    key: str
    asked: AskedOf
    day: date
    path: str

    @property
    def live(self) -> bool:
        """Whether its files are where the site has them now; a page that is kept has its own beside it."""
        return True

    @property
    def address(self) -> str:
        """The page with its query, from the site's root."""
        return address_of(FRONT) if self.path == path_of(FRONT) else self._at("")

    @property
    def of_programs(self) -> str:
        """Where programs ask for the same."""
        return f"/api/v1{self._at('').removeprefix(prefix())}"

    def table(self, id: str) -> str:
        """The address of a table of this page as CSV."""
        return self._at(f"/table/{id}.csv")

    def table_metadata(self, id: str) -> str:
        """The address of what that file means."""
        return self._at(f"/table/{id}.csv-metadata.json")

    def chart(self, id: str) -> str:
        """The address of a chart of this page by itself; with `.svg` after its path, of the picture."""
        return self._at(f"/chart/{id}")

    def feed(self) -> str:
        """The address of the feed of what is new."""
        return self._at("/feed.atom")

    def data(self) -> str:
        """The address of the page's answer as JSON."""
        return self._at("/data.json")

    def file(self, name: str) -> str:
        """The address of a file beside the page, whatever the page is asked."""
        return f"{self.path}/{name}.json"

    def _at(self, suffix: str) -> str:
        query = urlencode(self.asked.query(), doseq=True)
        return f"{self.path}{suffix}{'?' if query else ''}{query}"


def prefix() -> str:
    """What addresses begin with in the language that is being written; nothing for English."""
    language = get_language() or settings.LANGUAGE_CODE
    return "" if language == settings.LANGUAGE_CODE else f"/{language}"


def address_of(kind: str, key: str = "", /, **query: object) -> str:
    """The address of another page in the same language: its kind, its key, and what it is asked."""
    path = f"{prefix()}/" if kind == FRONT else path_of(kind, key)
    asked = urlencode({name: value for name, value in query.items() if value is not None}, doseq=True)
    return f"{path}?{asked}" if asked else path


def path_of(kind: str, key: str = "") -> str:
    """What the addresses of a page's files begin with."""
    return f"{prefix()}/{kind}/{quote(key, safe=':')}" if key else f"{prefix()}/{kind}"
