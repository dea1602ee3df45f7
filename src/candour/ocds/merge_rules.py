"""Which fields are left out of a merged release, and which lists are replaced as a whole.

Everything else follows from the data: objects are merged field by field, lists of objects by their `id`.
Source: the merging page of the OCDS documentation (discarded fields, whole list merge, identifier merge).
"""

from collections.abc import Iterable, Iterator, Mapping
from enum import Enum
from functools import cache
from typing import Any, TypeAlias, Union

from candour.ocds.description import EXTENSIONS
from candour.ocds.schema import release_schema


class Rule(Enum):
    """What happens to a field that is not merged in the ordinary way."""

    OMIT = "omitWhenMerged"
    WHOLE = "wholeListMerge"


RuleTree: TypeAlias = Mapping[str, Union[Rule, "RuleTree"]]
"""Fields by name: a rule, or the rules of the fields below. Lists add no level. Fields without rules are absent."""

NO_RULES: RuleTree = {}

_MAXIMUM_DEPTH = 20


def merge_rules(extensions: Iterable[str] = EXTENSIONS) -> RuleTree:
    """The rules of OCDS 1.1.5 with some of the extensions described here. Raises ValueError for one that is not."""
    return _merge_rules(frozenset(extensions))


@cache
def _merge_rules(extensions: frozenset[str]) -> RuleTree:
    return rules_in(release_schema(extensions))


def rules_in(schema: Mapping[str, Any]) -> RuleTree:
    """The rules that a release schema states, whether by OCDS 1.1's keywords or by 1.0's `mergeStrategy`."""
    return dict(_rules_of_fields(schema.get("properties", {}), schema, 0))


def _rules_of_fields(
    properties: Mapping[str, Any], schema: Mapping[str, Any], depth: int
) -> Iterator[tuple[str, Rule | RuleTree]]:
    if depth > _MAXIMUM_DEPTH:
        return
    for name, stated in properties.items():
        rule = _rule_of_field(stated, schema, depth)
        if rule:
            yield name, rule


def _rule_of_field(stated: Mapping[str, Any], schema: Mapping[str, Any], depth: int) -> Rule | RuleTree | None:
    field = _resolve(stated, schema)
    types = _types(field)
    if field.get("omitWhenMerged") or field.get("mergeStrategy") == "ocdsOmit":
        return Rule.OMIT
    if "array" in types and (field.get("wholeListMerge") or field.get("mergeStrategy") == "ocdsVersion"):
        return Rule.WHOLE
    if "object" in types and "properties" in field:
        return dict(_rules_of_fields(field["properties"], schema, depth + 1))
    if "array" in types and "items" in field:
        return _rule_of_items(_resolve(field["items"], schema), schema, depth)
    return None


def _rule_of_items(items: Mapping[str, Any], schema: Mapping[str, Any], depth: int) -> Rule | RuleTree | None:
    types = _types(items)
    if any(name != "object" for name in types):
        return Rule.WHOLE
    if "object" in types and "properties" in items:
        if "id" not in items["properties"]:
            return Rule.WHOLE
        return dict(_rules_of_fields(items["properties"], schema, depth + 1))
    return None


def _resolve(stated: Mapping[str, Any], schema: Mapping[str, Any]) -> Mapping[str, Any]:
    """What a `$ref` inside the schema stands for; an extension may refer to a definition that is not there."""
    while isinstance(reference := stated.get("$ref"), str):
        definitions = schema.get("definitions", {})
        stated = definitions.get(reference.rpartition("/")[2], {})
    return stated


def _types(field: Mapping[str, Any]) -> list[str]:
    types = field.get("type", [])
    return [types] if isinstance(types, str) else list(types)
