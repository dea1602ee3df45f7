"""Pages as they are made on request, kept while the data and the day are the same."""

from datetime import date, datetime
from threading import Lock
from zoneinfo import ZoneInfo

from cachetools import LRUCache
from django.conf import settings
from django.http import HttpRequest, QueryDict
from django.utils.translation import get_language

from candour.operations.home import Home
from candour.site.components.date_field.date_field import PARTS, joined
from candour.site.pages.asked import Asked
from candour.site.pages.kind import PageKind
from candour.site.pages.page import Page
from candour.site.pages.reading import Reading, path_of

_LONDON = ZoneInfo("Europe/London")
_KEPT_PAGES = 200

_home = Home.served(settings.CANDOUR_DATA)
_pages: LRUCache[tuple[str, ...], Page] = LRUCache(_KEPT_PAGES)
_lock = Lock()


def home() -> Home:
    """Where this site's data are; its tables stay open and change when a build swaps in."""
    return _home


def today() -> date:
    """The day in the United Kingdom."""
    return datetime.now(_LONDON).date()


def reading(kind: PageKind, key: str, request: HttpRequest) -> Reading[Asked]:
    """What is asked. Raises pydantic's ValidationError where the query cannot be read."""
    return reading_of(kind, key, request.GET)


def reading_of(kind: PageKind, key: str, query: QueryDict) -> Reading[Asked]:
    """What a query asks of a page. Raises pydantic's ValidationError where it cannot be read."""
    asked = kind.asked.model_validate(_given(kind.asked, query))
    return Reading(home=_home, key=key, asked=asked, day=today(), path=path_of(kind.id, key))


def page(kind: PageKind, asked: Reading[Asked]) -> Page:
    """The page; made once while nothing changes that it depends on."""
    known = (*rests_on(kind, asked), get_language() or "", asked.address)
    with _lock:
        found = _pages.get(known)
    if found is None:
        found = kind.make(asked)
        with _lock:
            _pages[known] = found
    return found


def rests_on(kind: PageKind, asked: Reading[Asked]) -> tuple[str, str, str]:
    """What an answer is the same with, as long as the question is: the data version first."""
    with _home.tables() as tables:
        data_version = tables.data_version
    return (data_version, asked.day.isoformat(), kind.beside(asked, data_version) if kind.beside else "")


def _given(asked: type[Asked], query: QueryDict) -> dict[str, object]:
    """The fields that the page knows, by the names that they have in an address."""
    given: dict[str, object] = {}
    for name, field in asked.model_fields.items():
        if name in query:
            given[name] = query.getlist(name) if "list" in str(field.annotation) else query[name]
        elif "date" in str(field.annotation):
            given[name] = joined(*(query.get(f"{name}-{part}", "") for part in PARTS))
    return given
