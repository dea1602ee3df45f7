"""Answers that are not sent again to whoever has them already."""

from collections.abc import Callable
from hashlib import sha256
from importlib.metadata import version as version_of

from django.http import HttpRequest, HttpResponse, HttpResponseNotModified
from django.utils.http import parse_etags
from django.utils.translation import get_language

from candour.site.pages.memory import remembered

_CANDOUR = version_of("candour-care")


def tag_of(request: HttpRequest, *rests_on: str) -> str:
    """The same as long as the answer is: it changes with what it rests on, the language, and Candour itself."""
    told = (rests_on, get_language() or "", _CANDOUR, request.get_full_path())
    return f'W/"{sha256(repr(told).encode()).hexdigest()[:32]}"'


def unless_read(
    request: HttpRequest, tag: str, make: Callable[[], HttpResponse], *, question: str | None = None
) -> HttpResponse:
    """What `make` gives, with its tag; 304, and nothing made, where the reader names that tag among those it has.

    `question` stays the same when the data change, where the answer from before may be given for a minute more.
    """
    if _has(request, tag):
        return HttpResponseNotModified(headers=_headers(tag))
    given, answer = remembered(question or tag, tag, make)
    if _has(request, given):
        return HttpResponseNotModified(headers=_headers(given))
    for name, value in _headers(given).items():
        answer.headers.setdefault(name, value)
    return answer


def _headers(tag: str) -> dict[str, str]:
    return {"ETag": tag, "Cache-Control": "public, no-cache"}


def _has(request: HttpRequest, tag: str) -> bool:
    known = parse_etags(request.headers.get("If-None-Match", ""))
    return "*" in known or any(_weak(one) == _weak(tag) for one in known)


def _weak(tag: str) -> str:
    """Comparison is weak for reading: whether a tag is weak does not count."""
    return tag.removeprefix("W/")
