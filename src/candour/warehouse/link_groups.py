"""Processes in groups that a worker can hold, so that two that could be linked are together in one of them."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import chain
from pathlib import Path

import msgspec

from candour.care.procurement import Link, Process
from candour.care.procurement_links import candidate_links
from candour.warehouse.comparable import read_comparable

GROUP_PROCESSES = 40_000
"""About how many processes are in a group: a worker needs some 5 kB for each."""


class Group(msgspec.Struct, frozen=True):
    """Keys of buyers, or numbers of processes that others name. Every process that has one of them is in it."""

    keys: frozenset[str]


class _Keys(msgspec.Struct, frozen=True, gc=False):
    """Of a process only that by which it comes into groups."""

    publisher: str
    buyers: tuple[str, ...]
    known_as: tuple[str, ...]
    mentions: tuple[str, ...]


def groups_of(buckets: Sequence[Path]) -> list[Group]:
    """Groups of those buyers that are at several publishers, and one of the processes that name each other."""
    buyers, mentions = _Buyers(), set[str]()
    for keys in _read_keys(buckets):
        buyers.add(keys)
        mentions.update(keys.mentions)
    named = mentions.intersection(chain.from_iterable(keys.known_as for keys in _read_keys(buckets)))
    return [Group(keys) for keys in (*buyers.groups(), frozenset(named)) if keys]


def links_in_group(group: Group, buckets: Sequence[Path]) -> list[Link]:
    """Every link that the evidence within one group gives. Runs in a worker process."""
    return list(candidate_links(_processes(group, buckets)))


def _processes(group: Group, buckets: Sequence[Path]) -> Iterator[Process]:
    decode_keys, decode = msgspec.msgpack.Decoder(_Keys).decode, msgspec.msgpack.Decoder(Process).decode
    for kept in read_comparable(buckets):
        keys = decode_keys(kept)
        if not group.keys.isdisjoint(chain(keys.buyers, keys.known_as, keys.mentions)):
            yield decode(kept)


def _read_keys(buckets: Sequence[Path]) -> Iterator[_Keys]:
    return map(msgspec.msgpack.Decoder(_Keys).decode, read_comparable(buckets))


class _Buyers:
    """Buyers, each with all the keys by which any process knows it."""

    def __init__(self) -> None:
        self._same: dict[str, str] = {}
        self._publishers: dict[str, set[str]] = {}
        self._processes: Counter[str] = Counter()

    def add(self, keys: _Keys) -> None:
        """Take note of the buyer of one process."""
        if not keys.buyers:
            return
        first, *others = keys.buyers
        for key in others:
            self._join(first, key)
        self._publishers.setdefault(first, set()).add(keys.publisher)
        self._processes[first] += 1

    def groups(self) -> Iterator[frozenset[str]]:
        """Keys of buyers that are at several publishers, together as many as a worker can hold the processes of."""
        keys: set[str] = set()
        size = 0
        for buyer in self._buyers():
            if len(set().union(*(self._publishers.get(key, ()) for key in buyer))) > 1:
                keys.update(buyer)
                size += sum(self._processes[key] for key in buyer)
            if size >= GROUP_PROCESSES:
                yield frozenset(keys)
                keys, size = set(), 0
        yield frozenset(keys)

    def _buyers(self) -> list[list[str]]:
        """The keys of each buyer, in an order that depends on nothing but the keys."""
        buyers: dict[str, list[str]] = {}
        for key in sorted({*self._same, *self._processes}):
            buyers.setdefault(self._find(key), []).append(key)
        return sorted(buyers.values())

    def _join(self, one: str, other: str) -> None:
        one, other = self._find(one), self._find(other)
        if one != other:
            self._same[other] = one

    def _find(self, key: str) -> str:
        """The key that stands for all keys of one buyer; looked up faster the next time."""
        end = key
        while (next_end := self._same.get(end, end)) != end:
            end = next_end
        while key != end:
            self._same[key], key = end, self._same[key]
        return end
