"""Merging objects field by field, fast, where every field has one shape in all releases.

Each function gives exactly what `fields.py` gives, or raises Unusual; then the slow way must be taken. What is
returned may share lists with the releases; a release is never changed.
"""

from typing import Any

from candour.ocds.merge_rules import NO_RULES, Rule, RuleTree

_OMIT = Rule.OMIT
_WHOLE = Rule.WHOLE


class Unusual(Exception):  # noqa: N818 - a signal to take the slow way, not an error
    """These releases need the slow way: a field has different shapes, or an `id` is neither text nor a number."""


def merged(value: dict[str, Any], rules: RuleTree) -> dict[str, Any] | None:
    """One object as merging leaves it: without omitted, null and empty parts; None if it leaves no trace."""
    result: dict[str, Any] = {}
    trace = False
    for name, member in value.items():
        rule = rules.get(name, NO_RULES)
        kind = type(member)
        if rule is _OMIT:
            continue
        if member is None:
            trace = True
        elif rule is _WHOLE or (kind is not dict and kind is not list):
            result[name] = member
        else:
            kept = merged(member, rule) if kind is dict else _merged_list(member, rule)  # type: ignore[arg-type]
            if kept is not None:
                result[name] = kept
    return result if result or trace else None


def _merged_list(items: list[Any], rules: RuleTree) -> list[Any] | None:
    if not items:
        return None
    if not _all_objects(items):
        return items
    result: list[Any] = []
    _add_objects(result, items, rules)
    return result or None


def _all_objects(items: list[Any]) -> bool:
    return all(type(item) is dict for item in items)


def add(result: dict[str, Any], value: dict[str, Any], rules: RuleTree) -> None:
    """Merge a later object into the result of earlier ones. Only `result` and what `merged` made is changed."""
    for name, member in value.items():
        rule = rules.get(name, NO_RULES)
        if rule is _OMIT:
            continue
        if name not in result:
            _set(result, name, member, rule)
        elif rule is _WHOLE:
            _replace(result, name, member)
        else:
            _combine(result, name, member, rule)  # type: ignore[arg-type]


def _set(result: dict[str, Any], name: str, member: Any, rule: Rule | RuleTree) -> None:
    kind = type(member)
    if rule is not _WHOLE:
        if kind is dict:
            member = merged(member, rule)  # type: ignore[arg-type]
        elif kind is list:
            member = _merged_list(member, rule)  # type: ignore[arg-type]
    if member is not None:
        result[name] = member


def _replace(result: dict[str, Any], name: str, member: Any) -> None:
    if member is None:
        del result[name]
    else:
        result[name] = member


def _combine(result: dict[str, Any], name: str, member: Any, rules: RuleTree) -> None:
    earlier = result[name]
    kind, earlier_kind = type(member), type(earlier)
    if kind is dict:
        if earlier_kind is dict:
            add(earlier, member, rules)
        elif member:
            raise Unusual
    elif kind is list:
        if member:
            _combine_lists(result, name, member, rules)
    elif earlier_kind is dict or (earlier_kind is list and _all_objects(earlier)):
        raise Unusual
    else:
        _replace(result, name, member)


def _combine_lists(result: dict[str, Any], name: str, items: list[Any], rules: RuleTree) -> None:
    earlier = result[name]
    of_objects = _all_objects(items)
    if type(earlier) is dict or (type(earlier) is list and _all_objects(earlier)) is not of_objects:
        raise Unusual
    if of_objects:
        _add_objects(earlier, items, rules)
    else:
        result[name] = items


def _add_objects(result: list[Any], items: list[Any], rules: RuleTree) -> None:
    """Merge a list of objects into the result of earlier ones: by `id`, and at the end where there is none."""
    if "id" in rules:
        raise Unusual
    known = {item["id"]: item for item in result if "id" in item}
    for item in items:
        if "id" not in item:
            kept = merged(item, rules)
            if kept is not None:
                result.append(kept)
            continue
        identifier = item["id"]
        if type(identifier) is not str and type(identifier) is not int:
            raise Unusual
        earlier = known.get(identifier)
        if earlier is None:
            kept = merged(item, rules)
            known[identifier] = kept
            result.append(kept)
        else:
            add(earlier, item, rules)
    if len({type(identifier) for identifier in known}) > 1:
        raise Unusual
