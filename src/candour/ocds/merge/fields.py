"""The merge routine by its definition: a release is a set of fields, and later values replace earlier ones.

A field's path has a step for each name and for each object of a list. An object of a list is known by its `id`; one
without `id` is like no other. Slow, and right for whatever a publisher sends: `objects.py` is the fast way for
compiled releases, and hands over to this one where fields of one name have different shapes.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, TypeAlias

import msgspec

from candour.ocds.merge.error import MergeError
from candour.ocds.merge_rules import NO_RULES, Rule, RuleTree
from candour.ocds.problems import shorten

Step: TypeAlias = Any
"""A field's name, an object's `id` as text, or (for an object without `id`) something equal only to itself."""
Path: TypeAlias = tuple[Step, ...]

_NAME = object()
"""Stands in a shape for a step that is a field's name."""
_NO_ID = object()


class Field(msgspec.Struct):
    """A value and the shape of its path: for each step the `id` as it was first written, or that it is a name."""

    shape: tuple[Any, ...]
    value: Any


Fields: TypeAlias = dict[Path, Field]


def fields_of(release: Mapping[str, Any], rules: RuleTree) -> Fields:
    """Every field of a release that merging keeps, in the order of the document."""
    fields: Fields = {}
    for path, shape, value in _walk(release, rules, (), ()):
        if path in fields:
            fields[path].value = value
        else:
            fields[path] = Field(shape, value)
    return fields


def _walk(
    value: Mapping[str, Any], rules: RuleTree, path: Path, shape: tuple[Any, ...]
) -> Iterator[tuple[Path, tuple[Any, ...], Any]]:
    for name, member in value.items():
        rule = rules.get(name, NO_RULES)
        here, here_shape = (*path, name), (*shape, _NAME)
        if rule is Rule.OMIT:
            continue
        if rule is Rule.WHOLE or not isinstance(member, (dict, list)):
            yield here, here_shape, member
        elif isinstance(member, dict):
            yield from _walk(member, _below(rule), here, here_shape)
        elif all(isinstance(item, dict) for item in member):
            for item in member:
                step, identifier = _identity(item)
                yield from _walk(item, _below(rule), (*here, step), (*here_shape, identifier))
        else:
            yield here, here_shape, member


def _below(rule: Rule | RuleTree) -> RuleTree:
    return NO_RULES if isinstance(rule, Rule) else rule


def _identity(item: Mapping[str, Any]) -> tuple[Step, Any]:
    if "id" in item:
        return str(item["id"]), item["id"]
    return object(), _NO_ID


def assemble(fields: Iterable[tuple[Path, tuple[Any, ...], Any]]) -> dict[str, Any]:
    """The object that has these fields; null fields leave no value, but the objects around them stay.

    Raises MergeError where one path is an object in one release and a list or a value in another.
    """
    root: dict[str, Any] = {}
    objects: dict[Path, dict[str, Any]] = {}
    for path, shape, value in fields:
        _place(root, objects, path, shape, value)
    return root


def _place(
    root: dict[str, Any], objects: dict[Path, dict[str, Any]], path: Path, shape: tuple[Any, ...], value: Any
) -> None:
    node: Any = root
    last = len(path) - 1
    for depth, step in enumerate(path):
        if shape[depth] is not _NAME:
            node = _object_in(node, objects, path[:depth], step, shape[depth])
        elif not isinstance(node, dict):
            raise _conflict(path[:depth], "an object")
        elif step in node:
            node = node[step]
        elif depth < last:
            node[step] = {} if shape[depth + 1] is _NAME else []
            node = node[step]
        elif value is not None:
            node[step] = list(value) if isinstance(value, list) else value


def _object_in(
    around: Any, objects: dict[Path, dict[str, Any]], path: Path, step: Step, identifier: Any
) -> dict[str, Any]:
    """The object of a list that has this `id`: the one that is there, or a new one at the end."""
    if isinstance(identifier, (dict, list)):
        raise MergeError(f"{_dotted(path)}.id: expected text or a whole number, found {shorten(identifier)}")
    key = (*path, step if identifier is _NO_ID else identifier)
    if key not in objects:
        if not isinstance(around, list):
            raise _conflict(path, "a list of objects")
        objects[key] = {} if identifier is _NO_ID or identifier is None else {"id": identifier}
        around.append(objects[key])
    return objects[key]


def _conflict(path: Path, later: str) -> MergeError:
    return MergeError(f"{_dotted(path)}: one release has {later}, an earlier one has something else")


def _dotted(path: Path) -> str:
    return ".".join(step if isinstance(step, str) else "…" for step in path)
