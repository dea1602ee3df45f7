"""Make docs/reference/validation.md from the rules and from the cases that test their messages."""

import json
from pathlib import Path
from typing import Any

import yaml

from candour.ocds.problems import Rule
from candour.ocds.validation_rules import RULES

REPOSITORY = Path(__file__).parents[2]
PAGE = REPOSITORY / "docs" / "reference" / "validation.md"
CASES = REPOSITORY / "tests" / "ocds" / "messages.yaml"

OPENING = """\
# Validation: rules and messages

This page is generated from the rules and the cases that test them: `make docs` writes it again.

A release is valid when it breaks no rule of level **error**. Whether it does is decided as libcoveocds decides it: by
the schema of the standard with the extensions in use, with dates, web and e-mail addresses looked into, and with ids
that have to be unique within their list. A **warning** and a **note** leave a release valid. Every problem is said
twice: to the publisher, who can mend it, and to a reader, who has to know what not to conclude.
[The standard](standard.md) lists the fields, and [the codelists](codelists.md) the codes.

| rule | level | |
|---|---|---|
"""


def text() -> str:
    """The whole page."""
    cases: list[dict[str, Any]] = yaml.safe_load(CASES.read_text("utf-8"))
    rows = "".join(f"| [`{rule.id}`](#{rule.id}) | {rule.level} | {rule.title} |\n" for rule in RULES)
    return OPENING + rows + "".join(_section(rule, cases) for rule in RULES)


def _section(rule: Rule, cases: list[dict[str, Any]]) -> str:
    examples = "".join(_example(case) for case in cases if case["rule"] == rule.id)
    return f'\n## <a id="{rule.id}"></a>{rule.title}\n\n`{rule.id}` · {rule.level}\n{examples}'


def _example(case: dict[str, Any]) -> str:
    if "without" in case:
        shown = f"A release without `{case['without']}`."
    else:
        shown = f"`{json.dumps(case.get('with') or case['instead'], ensure_ascii=False)}`"
    return f"\n- {shown}\n  - To the publisher: {case['publisher']}\n  - To a reader: {case['reader']}\n"


if __name__ == "__main__":
    PAGE.write_text(text(), "utf-8")
