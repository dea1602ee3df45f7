"""Each check against its golden cases, which docs/reference/checks.md also shows."""

import runpy
from pathlib import Path
from typing import Any

import pytest
import yaml

from candour.ocds import checks
from candour.ocds.checks import CHECKS, check_process

REPOSITORY = Path(__file__).parents[3]
CASES = sorted(Path(__file__).with_name("cases").glob("*.yaml"))
NOT_CHECKS = {"__init__", "check", "process", "result", "values"}


def cases() -> list[Any]:
    found = []
    for path in CASES:
        for number, case in enumerate(yaml.safe_load(path.read_text("utf-8"))):
            name = f"{path.stem}-{number}-{case.get('note', case['outcome'])}"
            found.append(pytest.param(path.stem, case, id=name.replace(" ", "-")))
    return found


@pytest.mark.parametrize(("rule", "case"), cases())
def test_case(rule: str, case: dict[str, Any]):
    results = check_process(case["compiled"], case.get("releases", [case["compiled"]]))
    result = next(result for result in results if result.rule.id == rule)
    assert result.outcome == case["outcome"]
    assert result.because == case.get("because", "")
    told = ("path", "position", "release_id", "found", "expected")
    problems = [{name: getattr(problem, name) for name in told} for problem in result.problems]
    assert problems == [dict.fromkeys(told, "") | problem for problem in case.get("problems", [])]


def test_every_check_has_cases_of_each_outcome_that_it_can_have():
    assert {path.stem for path in CASES} == {check.rule.id for check in CHECKS}
    for path in CASES:
        outcomes = {case["outcome"] for case in yaml.safe_load(path.read_text("utf-8"))}
        assert outcomes >= {"passed", "failed"}
        assert "not applicable" in outcomes or path.stem == "buyer-is-named"


def test_every_module_is_a_check_named_for_its_rule():
    modules = {path.stem for path in Path(checks.__file__).parent.glob("*.py")} - NOT_CHECKS
    assert modules == {check.rule.id.replace("-", "_") for check in CHECKS}


def test_the_reference_page_is_true():
    page = runpy.run_path(str(REPOSITORY / "docs" / "generators" / "checks.py"))
    assert page["PAGE"].read_text("utf-8") == page["text"](), "run `make docs` and commit what it writes"
