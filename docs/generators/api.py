"""Make docs/reference/api.md from the operations of the API."""

import os
from pathlib import Path
from typing import Any

PAGE = Path(__file__).parents[2] / "docs" / "reference" / "api.md"

OPENING = """\
# The API

This page is generated from the operations themselves: `make docs` writes it again. On a running site
`/api/v1/openapi.json` describes them for programs, with every member of every answer, and `/api/v1/docs` for people,
with examples. [How to use it](../how-to/use-the-api.md).

"""


def text() -> str:
    """The whole page."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "candour.site.config.settings")
    import django

    django.setup()
    from candour.site.api.api import OPERATIONS
    from candour.site.api.problems import PROBLEMS

    problems = "".join(map(_problem, PROBLEMS))
    table = f"## Problems\n\n| status | address | meaning | what to do |\n|---|---|---|---|\n{problems}"
    return OPENING + "".join(map(_section, OPERATIONS)) + table


def _section(operation: Any) -> str:
    from candour.site.api.operation import PATH
    from candour.site.api.parameters import parameters_of

    asked = [(name, meaning) for name, meaning in operation.of_path.items()]
    asked += [(one["name"], _told(one)) for of in operation.asked for one in parameters_of(of)]
    rows = "".join(f"| `{name}` | {meaning} |\n" for name, meaning in asked)
    table = f"| asked | meaning |\n|---|---|\n{rows}\n" if rows else ""
    return f"## {operation.summary}\n\n`GET {PATH}{operation.shown_path}`\n\n{operation.about}\n\n{table}"


def _told(parameter: dict[str, object]) -> str:
    """The meaning, and what holds where nothing is said."""
    schema = parameter["schema"]
    default = schema.get("default") if isinstance(schema, dict) else None
    told = "" if default in (None, "", [], False) else f" `{default}` unless it is said."
    return f"{parameter['description']}{told}".replace("|", r"\|")


def _problem(problem: Any) -> str:
    return f"| {problem.status} | `/problems/{problem.id}` | {problem.meaning} | {problem.next_step} |\n"


if __name__ == "__main__":
    PAGE.write_text(text(), "utf-8")
