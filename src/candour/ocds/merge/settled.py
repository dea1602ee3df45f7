"""Whether a part of a release can be taken over as it is. Most can, and few steps tell."""

from typing import Any

from candour.ocds.merge_rules import NO_RULES, Rule, RuleTree

_WHOLE = Rule.WHOLE


def is_settled(value: dict[str, Any], rules: RuleTree) -> bool:
    """Whether merging leaves nothing out of an object, and merging it a second time would change nothing.

    So nothing in it is null or empty, and each object of a list that goes by `id` has one of its own, which is text.
    False may also mean that it is not worth finding out.
    """
    return _are_settled([(value, rules)])


def is_settled_list(items: list[Any], rules: RuleTree) -> bool:
    """The same for a list. One that does not begin with an object is replaced as a whole, whatever is in it."""
    if not items:
        return False
    return type(items[0]) is not dict or (_have_own_ids(items) and _are_settled([(item, rules) for item in items]))


def _are_settled(parts: list[tuple[dict[str, Any], RuleTree]]) -> bool:
    """One loop over all objects, whose parts are put at the end: calling a function for each would cost more."""
    for part, rules in parts:
        if not part:
            return False
        for name, member in part.items():
            if type(member) is str:
                continue
            if type(member) is dict:
                rule = rules.get(name, NO_RULES)
                if rule is not _WHOLE:
                    parts.append((member, rule))  # type: ignore[arg-type]
            elif type(member) is list:
                if not member:
                    return False
                if type(member[0]) is dict and (rule := rules.get(name, NO_RULES)) is not _WHOLE:
                    if not _have_own_ids(member):
                        return False
                    for item in member:
                        parts.append((item, rule))  # type: ignore[arg-type]
            elif member is None:
                return False
    return True


def _have_own_ids(items: list[Any]) -> bool:
    ids = set()
    for item in items:
        identifier = item.get("id") if type(item) is dict else None
        if type(identifier) is not str:
            return False
        ids.add(identifier)
    return len(ids) == len(items)
