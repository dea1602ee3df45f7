"""Whether a part of a release can be taken over as it is. Most can, and one visit tells."""

from typing import Any

from candour.ocds.merge_rules import NO_RULES, Rule, RuleTree

_WHOLE = Rule.WHOLE


def is_settled(value: dict[str, Any], rules: RuleTree, room: int) -> bool:
    """Whether merging leaves nothing out of an object, and merging it a second time would change nothing.

    So nothing in it is null or empty, and each object of a list that goes by `id` has one of its own, which is text.
    False may also mean that it is not worth finding out, or that more than `room` objects are inside one another.
    """
    if not value or not room:
        return False
    for name, member in value.items():
        kind = type(member)
        if kind is str:
            continue
        if kind is dict:
            rule = rules.get(name, NO_RULES)
            if rule is not _WHOLE and not is_settled(member, rule, room - 1):  # type: ignore[arg-type]
                return False
        elif kind is list:
            if not member:
                return False
            if type(member[0]) is dict:
                rule = rules.get(name, NO_RULES)
                if rule is not _WHOLE and not _are_settled(member, rule, room - 1):  # type: ignore[arg-type]
                    return False
        elif member is None:
            return False
    return True


def is_settled_list(items: list[Any], rules: RuleTree, room: int) -> bool:
    """The same for a list. One that does not begin with an object is replaced as a whole, whatever is in it."""
    return bool(items) and (type(items[0]) is not dict or _are_settled(items, rules, room))


def _are_settled(items: list[Any], rules: RuleTree, room: int) -> bool:
    ids = set()
    for item in items:
        identifier = item.get("id") if type(item) is dict else None
        if type(identifier) is not str or not is_settled(item, rules, room):
            return False
        ids.add(identifier)
    return len(ids) == len(items)
