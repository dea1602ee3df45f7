"""What somebody may have meant who found nothing: another spelling, or fewer words."""

from collections.abc import Callable, Iterator, Sequence
from itertools import islice

import msgspec

from candour.operations.finding.councils_found import council_words
from candour.warehouse.words.words import Words

_FEWER = 3
"""So many ways of leaving a word out are offered."""


class Suggestion(msgspec.Struct, frozen=True):
    """What to search for instead, and how much that finds; `spelling` where words are spelled in another way."""

    text: str
    found: int
    spelling: bool


def suggestions(words: Words, typed: Sequence[str], count: Callable[[Sequence[str]], int]) -> tuple[Suggestion, ...]:
    """Each finds something, which `count` tells of words."""
    places = council_words(words)
    spelled = tuple(
        word if words.known(word) or word in places else words.alike(word, places) or word for word in typed
    )
    if spelled != tuple(typed) and (found := count(spelled)):
        return (Suggestion(" ".join(spelled), found, spelling=True),)
    return tuple(islice(_fewer(spelled, count), _FEWER))


def _fewer(typed: Sequence[str], count: Callable[[Sequence[str]], int]) -> Iterator[Suggestion]:
    for at in range(len(typed)) if len(typed) > 1 else ():
        left = (*typed[:at], *typed[at + 1 :])
        if found := count(left):
            yield Suggestion(" ".join(left), found, spelling=False)
