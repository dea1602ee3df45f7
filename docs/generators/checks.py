"""Make docs/reference/checks.md from the checks and from the cases that test them."""

import inspect
import json
from pathlib import Path
from typing import Any

import yaml

from candour.ocds.checks import CHECKS, Check, check_process

REPOSITORY = Path(__file__).parents[2]
PAGE = REPOSITORY / "docs" / "reference" / "checks.md"
CASES = REPOSITORY / "tests" / "ocds" / "checks" / "cases"

OPENING = """\
# Coherence checks

This page is generated from the checks and their test cases: `make docs` writes it again.

The schema says whether each field is written as the standard asks. These checks say whether the fields of one process
agree with one another. A check's result is *passed*, *failed* with one or more problems, or *not applicable* with the
reason; a check that is not applicable says nothing good or bad.

An **error** breaks the standard or loses data. A **warning** is allowed but misleads. A **note** is worth knowing.
Every problem is said twice: to the publisher, who can mend it, and to a reader, who has to know what not to conclude.

| check | level | rule |
|---|---|---|
"""


def text() -> str:
    """The whole page."""
    rows = [f"| [{check.rule.title}](#{check.rule.id}) | {check.rule.level} | {_rule(check)} |" for check in CHECKS]
    return OPENING + "\n".join(rows) + "\n" + "".join(map(_section, CHECKS))


def _rule(check: Check) -> str:
    module = inspect.getmodule(check.look)
    return " ".join(((module and module.__doc__) or "").split())


def _section(check: Check) -> str:
    cases: list[dict[str, Any]] = yaml.safe_load((CASES / f"{check.rule.id}.yaml").read_text("utf-8"))
    failed = next(case for case in cases if case["outcome"] == "failed")
    releases = failed.get("releases", [failed["compiled"]])
    results = check_process(failed["compiled"], releases)
    problem = next(result.problems[0] for result in results if result.rule == check.rule)
    about = failed["compiled"] if "releases" not in failed else releases
    reasons = dict.fromkeys(case["because"] for case in cases if case["outcome"] == "not applicable")
    lines = [
        f'\n## <a id="{check.rule.id}"></a>{check.rule.title}\n',
        f"`{check.rule.id}` · {check.rule.level}\n",
        f"{_rule(check)}\n",
        "For example:\n",
        f"```json\n{json.dumps(about, ensure_ascii=False)}\n```\n",
        f"To the publisher: {problem.for_publisher()}\n",
        f"To a reader: {problem.for_reader()}\n",
    ]
    if reasons:
        lines.append(f"Not applicable when {'; '.join(reasons)}.\n")
    return "\n".join(lines)


if __name__ == "__main__":
    PAGE.write_text(text(), "utf-8")
