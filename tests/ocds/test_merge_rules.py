"""The rules made from our description of the standard are those of the official schema."""

import json
from pathlib import Path

import pytest

from candour.ocds.merge_rules import Rule, merge_rules, rules_in


def test_lists_without_ids_and_lists_of_values_are_replaced_whole() -> None:
    rules = merge_rules()
    assert rules["tag"] is Rule.OMIT
    assert rules["tender"]["submissionMethod"] is Rule.WHOLE  # type: ignore[index]
    assert rules["tender"]["lots"]["awardCriteria"]["criteria"] is Rule.WHOLE  # type: ignore[index]
    assert "documents" not in rules["awards"] or rules["awards"]["documents"] is not Rule.WHOLE  # type: ignore[operator,index]


def test_the_core_has_the_rules_of_the_official_schema(shared_data: Path) -> None:
    official = json.loads((shared_data / "ocds/standard-1.1.5/release-schema.json").read_text())
    assert without_empty(merge_rules(())) == without_empty(rules_in(official))


def without_empty(tree: object) -> object:
    if isinstance(tree, Rule):
        return tree
    below = {name: without_empty(rule) for name, rule in tree.items()}  # type: ignore[attr-defined]
    return {name: rule for name, rule in below.items() if rule}


def test_an_unknown_extension_is_refused_by_name() -> None:
    with pytest.raises(ValueError, match="no extension 'nonsense'"):
        merge_rules(["nonsense"])
