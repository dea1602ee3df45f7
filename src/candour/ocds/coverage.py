"""How often each field has a value: in how many processes, and how many times."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

import msgspec


class Field(msgspec.Struct, frozen=True):
    """How often one field has a value.

    `path` has no array positions (`awards.value.amount`). A path that ends in `[]` stands for the elements of the
    array, so `awards` is counted once for a process with three awards and `awards[]` three times.
    """

    path: str
    processes: int
    times: int


class Coverage:
    """Counts the fields of compiled releases, one by one; counts of two parts add up by `merge`.

    Null, empty text, an empty array, an empty object, and whatever holds nothing else, are no values; nought and
    false are.
    """

    def __init__(self) -> None:
        self.processes = 0
        self._in_processes: Counter[str] = Counter()
        self._times: Counter[str] = Counter()
        self._members = _Members("")

    def add(self, compiled: dict[str, Any]) -> set[str]:
        """Count one compiled release and give the paths that have a value in it, for `Answerability.add`.

        A metric that was reported is present by its id too: `contracts.implementation.metrics[missed-visits]`.

        Raises:
            RecursionError: nested hundreds of levels deep, which the reader refuses.
        """
        found: list[str] = []
        _walk(compiled, self._members, found)
        present = set(found)
        self.processes += 1
        self._times.update(found)
        self._in_processes.update(present)
        if "contracts.implementation.metrics.observations" in present:
            present.update(_metrics_reported(compiled))
        return present

    def merge(self, other: "Coverage") -> None:
        """Add the counts of `other`, which counted other processes."""
        self.processes += other.processes
        self._times.update(other._times)
        self._in_processes.update(other._in_processes)

    def fields(self) -> list[Field]:
        """Every field that has a value somewhere, in the order of their paths."""
        return [Field(path, self._in_processes[path], times) for path, times in sorted(self._times.items())]


class _Names:
    """The paths of one member: of itself, of its elements, and of what is inside either."""

    __slots__ = ("elements", "members", "path")

    def __init__(self, path: str) -> None:
        self.path = path
        self.elements = path + "[]"
        self.members = _Members(path + ".")


class _Members(dict[str, _Names]):
    """Member name → its paths, made once when first met: joining text for each value would cost the most."""

    def __init__(self, prefix: str) -> None:
        super().__init__()
        self._prefix = prefix

    def __missing__(self, name: str) -> _Names:
        names = self[name] = _Names(self._prefix + name)
        return names


def _walk(value: dict[str, Any], members: _Members, found: list[str]) -> None:
    for name, child in value.items():
        if child:
            kind = type(child)
            if kind is dict:
                before = len(found)
                _walk(child, members[name].members, found)
                if len(found) > before:
                    found.append(members[name].path)
            elif kind is list:
                _walk_array(child, members[name], found)
            else:
                found.append(members[name].path)
        elif child is not None and type(child) not in _EMPTY:
            found.append(members[name].path)


def _walk_array(array: list[Any], names: _Names, found: list[str]) -> None:
    start = len(found)
    for element in array:
        if type(element) is dict:
            before = len(found)
            _walk(element, names.members, found)
            if len(found) > before:
                found.append(names.elements)
        elif type(element) is list:
            _walk_array(element, _Names(names.elements), found)
        elif element or (element is not None and type(element) not in _EMPTY):
            found.append(names.elements)
    if len(found) > start:
        found.append(names.path)


_EMPTY = frozenset((str, list, dict))


def _metrics_reported(compiled: dict[str, Any]) -> Iterator[str]:
    for contract in _objects(compiled.get("contracts")):
        implementation = contract.get("implementation")
        if isinstance(implementation, dict):
            for metric in _objects(implementation.get("metrics")):
                if metric.get("observations"):
                    yield f"contracts.implementation.metrics[{metric.get('id')}]"


def _objects(value: object) -> Iterator[dict[str, Any]]:
    if isinstance(value, list):
        yield from (item for item in value if isinstance(item, dict))
