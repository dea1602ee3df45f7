"""Metrics, indicators and minimum standards by words of what they ask."""

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Literal

import msgspec

from candour.care.organisation_name import plain
from candour.indicators.definition import indicators, metrics
from candour.minimum_standards.standard import standards


class Meaning(msgspec.Struct, frozen=True):
    """Something that is defined, and the question it answers."""

    kind: Literal["metric", "indicator", "standard"]
    id: str
    title: str
    question: str


def meanings_found(wanted: Sequence[str]) -> tuple[Meaning, ...]:
    """Those in whose id, title or question every word stands or begins a word; those with all in the title first."""
    if not wanted:
        return ()
    found = [(_has(in_title, wanted), one) for one, in_title, in_all in _every() if _has(in_all, wanted)]
    return tuple(one for _, one in sorted(found, key=lambda pair: (not pair[0], pair[1].title)))


@cache
def _every() -> tuple[tuple[Meaning, tuple[str, ...], tuple[str, ...]], ...]:
    """Each with the words of its title, and with all of its words."""
    return tuple(
        (one, tuple(plain(one.title).split()), tuple(plain(f"{one.id} {one.title} {one.question}").split()))
        for one in _defined()
    )


def _defined() -> Iterator[Meaning]:
    for metric in metrics().values():
        yield Meaning("metric", metric.id, metric.title, metric.question)
    for indicator in indicators().values():
        yield Meaning("indicator", indicator.id, indicator.title, indicator.question)
    for standard in standards().values():
        yield Meaning("standard", standard.id, standard.title, standard.question)


def _has(said: Sequence[str], wanted: Sequence[str]) -> bool:
    return all(any(word.startswith(one) for word in said) for one in wanted)
