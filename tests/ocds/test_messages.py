"""What is said of each breach of each rule, word for word; docs/reference/validation.md shows the same cases."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from candour.ocds.validate import Validator
from candour.ocds.validation_rules import RULES

BASE = {
    "ocid": "ocds-fiction-1",
    "id": "1",
    "date": "2026-05-01T09:30:00Z",
    "tag": ["tender"],
    "initiationType": "tender",
}
CASES = yaml.safe_load(Path(__file__).with_name("messages.yaml").read_text("utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['rule']}-{case['at']}")
def test_both_messages(case: dict[str, Any]):
    changed = {**BASE, **case.get("with", {})}
    changed.pop(case.get("without"), None)
    [problem] = Validator().problems(case.get("instead", changed))
    assert (problem.rule.id, problem.position) == (case["rule"], case["at"])
    assert problem.for_publisher() == case["publisher"]
    assert problem.for_reader() == case["reader"]


def test_every_rule_has_a_case():
    assert {case["rule"] for case in CASES} == {rule.id for rule in RULES}


def test_one_message_never_holds_a_long_value():
    [problem] = Validator().problems({**BASE, "tender": {"id": "t", "status": "x" * 10_000}})
    assert len(problem.for_publisher()) < 500
