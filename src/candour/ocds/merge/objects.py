"""Merging objects field by field, in place and fast, where every field has one shape in all releases.

The functions give exactly what `fields.py` gives, or raise Unusual; then the slow way must be taken, from the
releases as they were, because the objects given here may be changed half way. The rules may omit nothing: the caller
has taken out what is omitted.
"""

from typing import Any

from candour.ocds.merge.repetition import repeats
from candour.ocds.merge_rules import NO_RULES, Rule, RuleTree

_WHOLE = Rule.WHOLE


class Unusual(Exception):  # noqa: N818 - a signal to take the slow way, not an error
    """These releases need the slow way: a field has different shapes, or an `id` is neither text nor a number."""


def add(result: dict[str, Any], value: dict[str, Any], rules: RuleTree) -> None:
    """Merge a later object into the result of earlier ones. The result takes over parts of the object."""
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
                _add_part(result, name, member, rule)  # type: ignore[arg-type]
                continue
        if member is not None:
            result[name] = member
        elif earlier is not None:
            del result[name]


def _add_part(result: dict[str, Any], name: str, member: Any, rules: RuleTree) -> None:
    """Merge a field that holds an object or a list, or did in earlier releases."""
    earlier = result.get(name)
    kind = type(member)
    if earlier is None:
        if settle(member, rules) if kind is dict else settle_list(member, rules):
            result[name] = member
    elif kind is dict:
        _add_object(earlier, member, rules)
    elif kind is list:
        _add_list(result, name, member, rules)
    elif type(earlier) is dict or _all_objects(earlier):
        raise Unusual
    elif member is None:
        del result[name]
    else:
        result[name] = member


def _add_object(earlier: Any, member: dict[str, Any], rules: RuleTree) -> None:
    if type(earlier) is not dict:
        if member:
            raise Unusual
    elif earlier != member or not repeats(earlier, member, rules):
        add(earlier, member, rules)


def _add_list(result: dict[str, Any], name: str, items: list[Any], rules: RuleTree) -> None:
    earlier = result[name]
    if not items:
        return
    of_objects = _all_objects(items)
    if type(earlier) is dict or (type(earlier) is list and _all_objects(earlier)) is not of_objects:
        raise Unusual
    if of_objects:
        _add_objects(earlier, items, rules)
    else:
        result[name] = items


def _add_objects(result: list[Any], items: list[Any], rules: RuleTree) -> None:
    """Merge objects into a list of earlier ones: by `id`, and at the end where there is none."""
    if "id" in rules:
        raise Unusual
    known = {item["id"]: item for item in result if "id" in item}
    for item in items:
        if "id" not in item:
            if settle(item, rules):
                result.append(item)
            continue
        identifier = item["id"]
        if type(identifier) is not str and type(identifier) is not int:
            raise Unusual
        earlier = known.get(identifier)
        if earlier is None:
            settle(item, rules)
            known[identifier] = item
            result.append(item)
        elif earlier != item or not repeats(earlier, item, rules):
            add(earlier, item, rules)
    if len(known) > 1 and len(set(map(type, known))) > 1:
        raise Unusual


def _all_objects(items: list[Any]) -> bool:
    for item in items:  # noqa: SIM110 - a generator costs more than the loop
        if type(item) is not dict:
            return False
    return True


def settle(value: dict[str, Any], rules: RuleTree) -> bool:
    """Take out of an object what merging leaves out: null and empty parts. False if the object leaves no trace.

    A null leaves a trace: the object around it stays, if only as an empty one.
    """
    return _is_settled(value) or _settle(value, rules)


def settle_list(items: list[Any], rules: RuleTree) -> bool:
    """The same for a list; objects with the same `id` become one. A list with other things in it is left whole."""
    return _is_settled_list(items) or _settle_list(items, rules)


def _is_settled(value: dict[str, Any]) -> bool:
    """Whether nothing in an object is null, empty or an `id` twice in a list: most are, and few steps tell."""
    for member in value.values():
        kind = type(member)
        if kind is str:
            continue
        if kind is dict:
            if not _is_settled(member):
                return False
        elif kind is list:
            if not _is_settled_list(member):
                return False
        elif member is None:
            return False
    return bool(value)


def _is_settled_list(items: list[Any]) -> bool:
    ids = set()
    for item in items:
        if type(item) is not dict:
            return True
        if "id" in item:
            identifier = item["id"]
            if type(identifier) is not str or identifier in ids:
                return False
            ids.add(identifier)
        if not _is_settled(item):
            return False
    return bool(items)


def _settle(value: dict[str, Any], rules: RuleTree) -> bool:
    out: list[str] = []
    trace = False
    for name, member in value.items():
        kind = type(member)
        if member is None:
            trace = True
            out.append(name)
        elif kind is dict or kind is list:
            rule = rules.get(name, NO_RULES)
            if rule is _WHOLE:
                continue
            if not (_settle(member, rule) if kind is dict else _settle_list(member, rule)):  # type: ignore[arg-type]
                out.append(name)
    for name in out:
        del value[name]
    return trace or bool(value)


def _settle_list(items: list[Any], rules: RuleTree) -> bool:
    if items and _all_objects(items):
        kept: list[Any] = []
        _add_objects(kept, items, rules)
        items[:] = kept
    return bool(items)
