"""Make docs/reference/commands.md from the command line itself."""

import inspect
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from typer.main import get_command

from candour.cli import exit_codes
from candour.cli.app import app

PAGE = Path(__file__).parents[2] / "docs" / "reference" / "commands.md"

BAR = r"\|"
"""A bar within a table."""

OPENING = """\
# Commands

This page is generated from the command line itself: `make docs` writes it again. `candour COMMAND --help` says
the same.

Answers go to the standard output, progress and warnings to the standard error. With `--json` the answer is one JSON
document.

## Exit codes

| code | meaning |
|---|---|
"""


def text() -> str:
    """The whole page."""
    codes = "".join(f"| {code} | {meaning} |\n" for code, meaning in exit_codes.MEANINGS.items())
    return OPENING + codes + "".join(_section(*found) for found in _commands(get_command(app), "candour"))


def _commands(group: Any, name: str) -> Iterator[tuple[str, Any, Any]]:
    """The name of each command below a group, the command, and what it knows of where it stands."""
    context = group.make_context(name, [], resilient_parsing=True)
    for below in group.list_commands(context):
        command = group.get_command(context, below)
        if hasattr(command, "list_commands"):
            yield from _commands(command, f"{name} {below}")
        else:
            yield f"{name} {below}", command, context


def _section(name: str, command: Any, parent: Any) -> str:
    context = command.context_class(command, info_name=name.split()[-1], parent=parent)
    usage = " ".join(command.collect_usage_pieces(context))
    records = (parameter.get_help_record(context) for parameter in command.params)
    lines = [
        f"\n## {name}\n",
        f"`{name} {usage}`\n",
        f"{inspect.cleandoc(command.help)}\n",
        "| argument or option | meaning |",
        "|---|---|",
        *(f"| `{names.replace('|', BAR)}` | {meaning.replace('|', BAR)} |" for names, meaning in records),
        f"\n{command.epilog}\n",
    ]
    return "\n".join(lines)


if __name__ == "__main__":
    PAGE.write_text(text(), "utf-8")
