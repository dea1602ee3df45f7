"""Whether a release says again what is known, so that nothing has to be merged."""

from typing import Any

from candour.ocds.merge_rules import NO_RULES, Rule, RuleTree

_WHOLE = Rule.WHOLE


def repeats(earlier: dict[str, Any], later: dict[str, Any], rules: RuleTree) -> bool:
    """Whether merging the later of two objects that are equal to Python would change nothing.

    It would where 1 became true or 1.0, which are equal to Python, and where a list holds an object without `id`,
    which is added each time. False may also mean that it is not worth finding out.
    """
    for name, value in later.items():
        kind = type(value)
        if kind is str:
            continue
        before = earlier[name]
        if type(before) is not kind:
            return False
        if kind is dict:
            rule = rules.get(name, NO_RULES)
            if rule is _WHOLE or not repeats(before, value, rule):  # type: ignore[arg-type]
                return False
        elif kind is list and not list_repeats(before, value, rules.get(name, NO_RULES)):
            return False
    return True


def list_repeats(earlier: list[Any], later: list[Any], rule: Rule | RuleTree) -> bool:
    """The same for two lists."""
    for before, value in zip(earlier, later, strict=True):
        kind = type(value)
        if kind is str:
            continue
        if kind is not dict or rule is _WHOLE or "id" not in value:
            return False
        if not repeats(before, value, rule):  # type: ignore[arg-type]
            return False
    return True
