"""Which fields a JSON record of a source may have, and what becomes of each."""

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Any

import msgspec


class IgnoredFields(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Fields that are known and not used, and why. A field's own fields are ignored with it."""

    because: str
    fields: tuple[str, ...]


class RecordLayout(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, dict=True):
    """One kind of record. `fields` says in words what each used one is; paths have dots, and lists are no step.

    A record is of this kind if it has every field of `recognised_by`; those that are used must not be empty.
    """

    id: str
    title: str
    recognised_by: tuple[str, ...]
    fields: dict[str, str]
    ignored: tuple[IgnoredFields, ...] = ()

    def __post_init__(self) -> None:
        paths = [*self.fields, *(path for each in self.ignored for path in each.fields)]
        if twice := {path for path in paths if paths.count(path) > 1}:
            raise ValueError(f"the field {min(twice)!r} is described twice")
        if unknown := [path for path in self.recognised_by if path not in paths]:
            raise ValueError(f"the field {unknown[0]!r} is not described")

    def fits(self, record: Mapping[str, Any]) -> bool:
        """Whether a record is of this kind."""
        return all(name in record for name in self.recognised_by)

    def unknown(self, record: Mapping[str, Any]) -> Iterator[str]:
        """The paths in a record that nobody has described."""
        return _unknown(record, self._tree, "")

    @cached_property
    def _tree(self) -> dict[str, Any]:
        tree: dict[str, Any] = {}
        for path in (*self.fields, *(path for each in self.ignored for path in each.fields)):
            *parents, name = path.split(".")
            here = tree
            for parent in parents:
                here = here.setdefault(parent, {})
            here.setdefault(name, {})
        return tree


def _unknown(record: Mapping[str, Any], known: Mapping[str, Any], path: str) -> Iterator[str]:
    for name, value in record.items():
        inside = known.get(name)
        if inside is None:
            yield f"{path}{name}"
        elif inside:
            for each in value if isinstance(value, list) else (value,):
                if isinstance(each, dict):
                    yield from _unknown(each, inside, f"{path}{name}.")
