"""Merging objects field by field, fast, where every field has one shape in all releases.

What is merged is exactly what `fields.py` gives, or Unusual is raised; then the slow way must be taken. The objects
given are never changed: a result shares with them what nobody changed. The rules may omit nothing: the caller takes
out what is omitted.
"""

from typing import Any

from candour.ocds.merge.settled import is_settled, is_settled_list
from candour.ocds.merge_rules import NO_RULES, Rule, RuleTree

DEEPEST = 200
"""So many objects may be inside one another: as many as the reader lets pass, and fewer than any stack takes."""
_WHOLE = Rule.WHOLE


class Unusual(Exception):  # noqa: N818 - a signal to take the slow way, not an error
    """These releases need the slow way: a field has different shapes, or an `id` is neither text nor a number."""


class Merging:
    """The merging of one process's releases into `result`, which is the only object that it changes."""

    def __init__(self) -> None:
        self.result: dict[str, Any] = {}
        self._ids_are_text = True
        """Every object of a list that goes by `id` has one that is text, so what is said again changes nothing."""
        self._level = 0

    def add(self, release: dict[str, Any], rules: RuleTree) -> None:
        """Merge a later release. Raises Unusual, or RecursionError where more than `DEEPEST` objects are inside one
        another."""
        if not self.result and is_settled(release, rules, DEEPEST):
            self.result = release.copy()
        else:
            self._add(self.result, release, rules)

    def _add(self, result: dict[str, Any], value: dict[str, Any], rules: RuleTree) -> None:
        self._go_down()
        for name, member in value.items():
            earlier = result.get(name)
            kind = type(member)
            earlier_kind = type(earlier)
            if kind is str and (earlier is None or earlier_kind is str):
                result[name] = member
                continue
            if kind is dict or kind is list or earlier_kind is dict or earlier_kind is list:
                rule = rules.get(name, NO_RULES)
                if rule is not _WHOLE and not (self._ids_are_text and earlier == member):
                    member = self._merged(earlier, member, rule)  # type: ignore[arg-type]
            if member is not None:
                result[name] = member
            elif earlier is not None:
                del result[name]
        self._level -= 1

    def _go_down(self) -> None:
        self._level += 1
        if self._level > DEEPEST:
            raise RecursionError

    def _merged(self, earlier: Any, later: Any, rules: RuleTree) -> Any:
        """A field that holds an object or a list, or did in earlier releases. None if there is nothing left of it."""
        kind = type(later)
        if kind is dict:
            return self._settled(later, rules) if earlier is None else self._merged_object(earlier, later, rules)
        if kind is list:
            return self._settled_list(later, rules) if earlier is None else self._merged_list(earlier, later, rules)
        if type(earlier) is dict or _all_objects(earlier):
            raise Unusual
        return later

    def _merged_object(self, earlier: Any, later: dict[str, Any], rules: RuleTree) -> Any:
        if type(earlier) is not dict:
            if later:
                raise Unusual
            return earlier
        merged = earlier.copy()
        self._add(merged, later, rules)
        return merged

    def _merged_list(self, earlier: Any, later: list[Any], rules: RuleTree) -> Any:
        if not later:
            return earlier
        of_objects = _all_objects(later)
        if type(earlier) is dict or (type(earlier) is list and _all_objects(earlier)) is not of_objects:
            raise Unusual
        return self._merged_objects(earlier, later, rules) if of_objects else later

    def _merged_objects(self, earlier: list[Any], later: list[Any], rules: RuleTree) -> list[Any]:
        """A list of objects with later ones: by `id`, and at the end where there is none."""
        if "id" in rules:
            raise Unusual
        merged = earlier.copy()
        places = {item["id"]: place for place, item in enumerate(earlier) if "id" in item}
        for item in later:
            identifier = item.get("id", _NO_ID)
            if type(identifier) is not str:
                self._ids_are_text = False
            if identifier is _NO_ID:
                new = self._settled(item, rules)
                if new is not None:
                    merged.append(new)
                continue
            if type(identifier) is not str and type(identifier) is not int:
                raise Unusual
            place = places.setdefault(identifier, len(merged))
            if place == len(merged):
                merged.append(self._settled(item, rules))
            elif self._ids_are_text and merged[place] == item:
                merged[place] = item
            else:
                merged[place] = self._merged_object(merged[place], item, rules)
        if not self._ids_are_text and len(set(map(type, places))) > 1:
            raise Unusual
        return merged

    def _settled(self, value: dict[str, Any], rules: RuleTree) -> dict[str, Any] | None:
        """An object without what merging leaves out: null and empty parts. None if the object leaves no trace.

        A null leaves a trace: the object around it stays, if only as an empty one.
        """
        if is_settled(value, rules, DEEPEST - self._level):
            return value
        self._go_down()
        kept: dict[str, Any] = {}
        for name, member in value.items():
            kind, rule = type(member), rules.get(name, NO_RULES)
            new = member
            if rule is not _WHOLE and (kind is dict or kind is list):
                new = self._settled(member, rule) if kind is dict else self._settled_list(member, rule)  # type: ignore[arg-type]
            if new is not None:
                kept[name] = new
        self._level -= 1
        return kept if kept or None in value.values() else None

    def _settled_list(self, items: list[Any], rules: RuleTree) -> list[Any] | None:
        """The same for a list; objects with the same `id` become one. A list of other things is left whole."""
        if is_settled_list(items, rules, DEEPEST - self._level):
            return items
        if items and _all_objects(items):
            items = self._merged_objects([], items, rules)
        return items or None


_NO_ID = object()


def _all_objects(items: list[Any]) -> bool:
    for item in items:  # noqa: SIM110 - a generator costs more than the loop
        if type(item) is not dict:
            return False
    return True
