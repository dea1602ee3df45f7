"""Answers that are not sent again to whoever has them already."""

from collections.abc import Callable
from hashlib import sha256
from importlib.metadata import version as version_of

from django.http import HttpRequest, HttpResponse, HttpResponseNotModified
from django.utils.http import parse_etags
from django.utils.translation import get_language

_CANDOUR = version_of("candour-care")


def tag_of(request: HttpRequest, *rests_on: str) -> str:
    """The same as long as the answer is: it changes with what it rests on, the language, and Candour itself."""
    told = (rests_on, get_language() or "", _CANDOUR, request.get_full_path())
    return f'W/"{sha256(repr(told).encode()).hexdigest()[:32]}"'


def unless_read(request: HttpRequest, tag: str, make: Callable[[], HttpResponse]) -> HttpResponse:
    """What `make` gives, with its tag; 304, and nothing made, where the reader names that tag among those it has."""
    headers = {"ETag": tag, "Cache-Control": "public, no-cache"}
    known = parse_etags(request.headers.get("If-None-Match", ""))
    if "*" in known or any(_weak(one) == _weak(tag) for one in known):
        return HttpResponseNotModified(headers=headers)
    answer = make()
    for name, value in headers.items():
        answer.headers.setdefault(name, value)
    return answer


def _weak(tag: str) -> str:
    """Comparison is weak for reading: whether a tag is weak does not count."""
    return tag.removeprefix("W/")
