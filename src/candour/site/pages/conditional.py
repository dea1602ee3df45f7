"""Answers that are not sent again to whoever has them already, and not made again while they would be the same."""

from collections.abc import Callable
from copy import copy
from hashlib import sha256
from importlib.metadata import version as version_of
from threading import Lock

from cachetools import LRUCache
from django.http import HttpRequest, HttpResponse, HttpResponseNotModified
from django.http.response import ResponseHeaders
from django.utils.http import parse_etags
from django.utils.translation import get_language

_CANDOUR = version_of("candour-care")
_KEPT_BYTES = 64_000_000

_kept: LRUCache[str, HttpResponse] = LRUCache(_KEPT_BYTES, getsizeof=lambda answer: len(answer.content) + 1000)
_making: dict[str, Lock] = {}
"""Held by whoever makes the answer with that tag."""
_lock = Lock()


def tag_of(request: HttpRequest, *rests_on: str) -> str:
    """The same as long as the answer is: it changes with what it rests on, the language, and Candour itself."""
    told = (rests_on, get_language() or "", _CANDOUR, request.get_full_path())
    return f'W/"{sha256(repr(told).encode()).hexdigest()[:32]}"'


def unless_read(request: HttpRequest, tag: str, make: Callable[[], HttpResponse]) -> HttpResponse:
    """What `make` gives, with its tag; 304, and nothing made, where the reader names that tag among those it has.

    What was made is kept for whoever asks next; who asks while it is made waits for it.
    """
    headers = {"ETag": tag, "Cache-Control": "public, no-cache"}
    known = parse_etags(request.headers.get("If-None-Match", ""))
    if "*" in known or any(_weak(one) == _weak(tag) for one in known):
        return HttpResponseNotModified(headers=headers)
    answer = _known(tag) or _made(tag, make)
    for name, value in headers.items():
        answer.headers.setdefault(name, value)
    return answer


def _known(tag: str) -> HttpResponse | None:
    with _lock:
        kept = _kept.get(tag)
    return None if kept is None else _again(kept)


def _made(tag: str, make: Callable[[], HttpResponse]) -> HttpResponse:
    with _lock:
        alone = _making.setdefault(tag, Lock())
    try:
        with alone:
            return _known(tag) or _keep(tag, make())
    finally:
        with _lock:
            _making.pop(tag, None)


def _keep(tag: str, answer: HttpResponse) -> HttpResponse:
    if not answer.streaming and answer.status_code == 200 and len(answer.content) < _KEPT_BYTES // 10:
        with _lock:
            _kept[tag] = _again(answer)
    return answer


def _again(answer: HttpResponse) -> HttpResponse:
    """The same answer with headers of its own: whoever it passes on its way out adds to them."""
    same = copy(answer)
    same.headers = ResponseHeaders(dict(answer.headers.items()))
    return same


def _weak(tag: str) -> str:
    """Comparison is weak for reading: whether a tag is weak does not count."""
    return tag.removeprefix("W/")
