"""What a workbook cannot hold of a document: found by comparing, kept beside it, put back when it is read."""

from collections.abc import Collection, Iterator
from typing import Any, Literal

import msgspec

from candour.templates.error import TemplateError
from candour.templates.path import Json


class Element(msgspec.Struct, frozen=True):
    """An object of a list, by its id."""

    id: str


class Kept(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One thing that the workbook does not hold, and where it belongs.

    `value` stands `at` that place (or an object is added to the list there); `absent` says that nothing stands there,
    where the workbook would say something; `order` are the ids of a list in their order.
    """

    at: tuple[str | int | Element, ...]
    value: Any = None
    absent: bool = False
    order: tuple[str, ...] = ()

    @property
    def shown(self) -> str:
        """The place as messages say it."""
        text = ""
        for each in self.at:
            if isinstance(each, str):
                text += f".{each}"
            else:
                text += f"[{each}]" if isinstance(each, int) else f"[{each.id}]"
        return text.removeprefix(".") or "the whole"

    def __str__(self) -> str:
        if self.absent:
            return f"{self.shown} (which the document does not have)"
        return f"{self.shown} (the order of the list)" if self.order else self.shown


class Rest(msgspec.Struct, frozen=True, kw_only=True):
    """Everything that a workbook of a kind does not hold of a document."""

    kind: str
    kept: tuple[Kept, ...]
    format: Literal["candour-template-rest"] = "candour-template-rest"
    version: Literal["1"] = "1"


def difference(whole: Json, held: Json, firsts: Collection[str]) -> tuple[Kept, ...]:
    """What makes `held` the `whole`. `firsts` are the lists of which a form holds the first object."""
    return tuple(_difference(whole, held, (), firsts))


def _difference(
    whole: Json, held: Json, at: tuple[str | int | Element, ...], firsts: Collection[str]
) -> Iterator[Kept]:
    if isinstance(whole, dict) and isinstance(held, dict):
        for name, value in whole.items():
            if name not in held:
                yield Kept(at=(*at, name), value=value)
            else:
                yield from _difference(value, held[name], (*at, name), firsts)
        yield from (Kept(at=(*at, name), absent=True) for name in held if name not in whole)
    elif isinstance(whole, list) and isinstance(held, list):
        yield from _of_lists(whole, held, at, firsts)
    elif not _same(whole, held):
        yield Kept(at=at, value=whole)


def _of_lists(
    whole: list[Json], held: list[Json], at: tuple[str | int | Element, ...], firsts: Collection[str]
) -> Iterator[Kept]:
    if at and at[-1] in firsts and len(held) == 1 and whole and isinstance(whole[0], dict):
        yield from _difference(whole[0], held[0], (*at, 0), firsts)
        whole, held, begins = whole[1:], [], 1
        if not whole:
            return
        if _ids(whole) is None:
            yield from (Kept(at=(*at, begins + place), value=value) for place, value in enumerate(whole))
            return
    ids, known = _ids(whole), _ids(held)
    if ids is None or known is None:
        if not _same(whole, held):
            yield Kept(at=at, value=whole)
        return
    for identifier, value in ids.items():
        if identifier in known:
            yield from _difference(value, known[identifier], (*at, Element(identifier)), firsts)
        else:
            yield Kept(at=(*at, Element(identifier)), value=value)
    yield from (Kept(at=(*at, Element(each)), absent=True) for each in known if each not in ids)
    order = [each for each in known if each in ids] + [each for each in ids if each not in known]
    if order != list(ids):
        yield Kept(at=at, order=tuple(ids))


def _ids(values: list[Json]) -> dict[str, Json] | None:
    """The objects by id; None unless each has one of its own."""
    found = {value["id"]: value for value in values if isinstance(value, dict) and isinstance(value.get("id"), str)}
    return found if len(found) == len(values) else None


def _same(one: Json, other: Json) -> bool:
    """Whether two values are equal as JSON: true is not 1, and 1.0 is 1."""
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(_same(one[name], other[name]) for name in one)
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(_same, one, other))
    return isinstance(one, bool) == isinstance(other, bool) and bool(one == other)


def put_back(document: Json, rest: Rest) -> None:
    """Put everything that was kept into a document that was read from the workbook.

    Raises:
        TemplateError: something belongs to an object that the workbook no longer has.
    """
    lost = []
    for kept in rest.kept:
        try:
            _put(document, kept)
        except (LookupError, TypeError, ValueError):
            if not kept.absent:
                lost.append(kept.shown)
    if lost:
        raise TemplateError(
            f"the rest belongs to what the workbook no longer has: {', '.join(lost)}; "
            "bring it back in the workbook, or take its entry out of the rest"
        )


def _put(document: Json, kept: Kept) -> None:
    parent = document
    *way, last = kept.at
    for each in way:
        parent = parent[_place(parent, each)]
    if kept.order:
        _in_order(parent[_place(parent, last)], kept.order)
    elif kept.absent:
        del parent[_place(parent, last)]
    elif isinstance(parent, dict):
        parent[last] = kept.value
    elif isinstance(last, Element) and last.id in (_ids(parent) or {}):
        parent[_place(parent, last)] = kept.value
    else:
        parent.append(kept.value)


def _place(parent: Json, step: str | int | Element) -> Any:
    """The key of a step in an object or list. Raises LookupError where nothing is there."""
    if isinstance(step, Element):
        return [each.get("id") if isinstance(each, dict) else None for each in parent].index(step.id)
    if isinstance(step, int):
        return range(len(parent))[step]
    parent[step]
    return step


def _in_order(values: list[Json], ids: tuple[str, ...]) -> None:
    """Sort by these ids; what is new in the workbook goes to the end."""
    places = {identifier: place for place, identifier in enumerate(ids)}
    values.sort(key=lambda each: places.get(each.get("id"), len(places)))
