"""Merging objects field by field, fast, where every field has one shape in all releases.

The functions give exactly what `fields.py` gives, or raise Unusual; then the slow way must be taken. The objects given
are never changed: a result shares with them what nobody changed. The rules may omit nothing: the caller has taken out
what is omitted.
"""

from typing import Any

from candour.ocds.merge.repetition import list_repeats, repeats
from candour.ocds.merge.settled import is_settled, is_settled_list
from candour.ocds.merge_rules import NO_RULES, Rule, RuleTree

_WHOLE = Rule.WHOLE


class Unusual(Exception):  # noqa: N818 - a signal to take the slow way, not an error
    """These releases need the slow way: a field has different shapes, or an `id` is neither text nor a number."""


def add(result: dict[str, Any], value: dict[str, Any], rules: RuleTree) -> None:
    """Merge a later object into the result of earlier ones. What the result holds is replaced, and not changed."""
    for name, member in value.items():
        earlier = result.get(name)
        kind = type(member)
        earlier_kind = type(earlier)
        if kind is str and (earlier is None or earlier_kind is str):
            result[name] = member
            continue
        if kind is dict or kind is list or earlier_kind is dict or earlier_kind is list:
            rule = rules.get(name, NO_RULES)
            if rule is not _WHOLE:
                _add_part(result, name, earlier, member, rule)  # type: ignore[arg-type]
                continue
        if member is not None:
            result[name] = member
        elif earlier is not None:
            del result[name]


def _add_part(result: dict[str, Any], name: str, earlier: Any, member: Any, rules: RuleTree) -> None:
    """Merge a field that holds an object or a list, or did in earlier releases."""
    kind = type(member)
    if earlier is None:
        new = _settled(member, rules) if kind is dict else _settled_list(member, rules)
        if new is not None:
            result[name] = new
    elif kind is dict:
        result[name] = _merged_object(earlier, member, rules)
    elif kind is list:
        result[name] = _merged_list(earlier, member, rules)
    elif type(earlier) is dict or _all_objects(earlier):
        raise Unusual
    elif member is None:
        del result[name]
    else:
        result[name] = member


def _merged_object(earlier: Any, later: dict[str, Any], rules: RuleTree) -> Any:
    if type(earlier) is not dict:
        if later:
            raise Unusual
        return earlier
    if earlier == later and repeats(earlier, later, rules):
        return earlier
    merged = earlier.copy()
    add(merged, later, rules)
    return merged


def _merged_list(earlier: Any, later: list[Any], rules: RuleTree) -> Any:
    if not later:
        return earlier
    of_objects = _all_objects(later)
    if type(earlier) is dict or (type(earlier) is list and _all_objects(earlier)) is not of_objects:
        raise Unusual
    if not of_objects:
        return later
    if earlier == later and list_repeats(earlier, later, rules):
        return earlier
    return _merged_objects(earlier, later, rules)


def _merged_objects(earlier: list[Any], later: list[Any], rules: RuleTree) -> list[Any]:
    """A list of objects with later ones: by `id`, and at the end where there is none."""
    if "id" in rules:
        raise Unusual
    merged = earlier.copy()
    places = {item["id"]: place for place, item in enumerate(earlier) if "id" in item}
    for item in later:
        if "id" not in item:
            new = _settled(item, rules)
            if new is not None:
                merged.append(new)
            continue
        identifier = item["id"]
        if type(identifier) is not str and type(identifier) is not int:
            raise Unusual
        place = places.setdefault(identifier, len(merged))
        if place == len(merged):
            merged.append(_settled(item, rules))
        else:
            merged[place] = _merged_object(merged[place], item, rules)
    if len(places) > 1 and len(set(map(type, places))) > 1:
        raise Unusual
    return merged


def _all_objects(items: list[Any]) -> bool:
    for item in items:  # noqa: SIM110 - a generator costs more than the loop
        if type(item) is not dict:
            return False
    return True


def _settled(value: dict[str, Any], rules: RuleTree) -> dict[str, Any] | None:
    """An object without what merging leaves out: null and empty parts. None if the object leaves no trace.

    A null leaves a trace: the object around it stays, if only as an empty one.
    """
    if is_settled(value):
        return value
    kept: dict[str, Any] = {}
    trace = False
    for name, member in value.items():
        new = member
        if member is None:
            trace = True
        elif type(member) is dict or type(member) is list:
            rule = rules.get(name, NO_RULES)
            if rule is not _WHOLE:
                new = _settled(member, rule) if type(member) is dict else _settled_list(member, rule)  # type: ignore[arg-type]
        if new is not None:
            kept[name] = new
    return kept if kept or trace else None


def _settled_list(items: list[Any], rules: RuleTree) -> list[Any] | None:
    """The same for a list; objects with the same `id` become one. A list with other things in it is left whole."""
    if is_settled_list(items):
        return items
    if items and _all_objects(items):
        items = _merged_objects([], items, rules)
    return items or None
