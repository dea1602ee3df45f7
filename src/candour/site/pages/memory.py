"""Answers that were made already: given again while they are the same, and for a minute after the data have changed.

When a build swaps in, nothing that was made is the same any more. What people were reading a moment ago is then made
anew behind them, one after the other, so that they do not all wait together.
"""

import logging
from collections.abc import Callable
from copy import copy
from dataclasses import dataclass
from queue import SimpleQueue
from threading import Lock, Thread
from time import monotonic

from cachetools import LRUCache
from django.http import HttpResponse
from django.http.response import ResponseHeaders
from django.utils import translation

SECONDS = 60.0
"""So long after it was last the newest, an answer from before a build may be given."""

_BYTES = 64_000_000
_log = logging.getLogger(__name__)

Make = Callable[[], HttpResponse]


@dataclass(slots=True)
class _Made:
    """An answer, the tag that it was made under, and when that was last the newest."""

    tag: str
    answer: HttpResponse
    newest: float


_known: LRUCache[str, _Made] = LRUCache(_BYTES, getsizeof=lambda made: len(made.answer.content) + 1000)
_making: dict[str, Lock] = {}
"""Held by whoever makes the answer to that question."""
_later: SimpleQueue[tuple[str, str, str, Make]] = SimpleQueue()
_waiting: set[str] = set()
"""Questions whose answers are to be made anew behind their readers."""
_lock = Lock()
_behind: list[Thread] = []


def remembered(question: str, tag: str, make: Make) -> tuple[str, HttpResponse]:
    """The answer with this tag, or the one before it while it may be given; with the tag that it has.

    Who asks while it is made waits for it.
    """
    made = _find(question, tag)
    if made is None:
        with _lock:
            alone = _making.setdefault(question, Lock())
        try:
            with alone:
                made = _find(question, tag) or _keep(question, tag, make())
        finally:
            with _lock:
                _making.pop(question, None)
    elif made.tag != tag:
        _make_behind(question, tag, make)
    return made.tag, _again(made.answer)


def _find(question: str, tag: str) -> _Made | None:
    """What can be given now."""
    now = monotonic()
    with _lock:
        made = _known.get(question)
        if made is None or (made.tag != tag and now - made.newest > SECONDS):
            return None
        if made.tag == tag:
            made.newest = now
        return made


def _keep(question: str, tag: str, answer: HttpResponse) -> _Made:
    made = _Made(tag, answer, monotonic())
    if not answer.streaming and answer.status_code == 200 and len(answer.content) < _BYTES // 10:
        made.answer = _again(answer)
        with _lock:
            _known[question] = made
    return made


def _make_behind(question: str, tag: str, make: Make) -> None:
    with _lock:
        if question in _waiting:
            return
        _waiting.add(question)
        if not _behind:
            _behind.append(Thread(target=_go_on, daemon=True))
            _behind[0].start()
    _later.put((question, tag, translation.get_language() or "", make))


def _go_on() -> None:
    while True:
        question, tag, language, make = _later.get()
        try:
            with translation.override(language):
                _keep(question, tag, make())
        except Exception:
            # Whoever asks after a minute is told; until then they have what there was.
            _log.exception("an answer could not be made anew behind its readers")
        finally:
            with _lock:
                _waiting.discard(question)


def _again(answer: HttpResponse) -> HttpResponse:
    """The same answer with headers of its own: whoever it passes on its way out adds to them."""
    same = copy(answer)
    same.headers = ResponseHeaders(dict(answer.headers.items()))
    return same
