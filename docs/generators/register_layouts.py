"""Make docs/reference/register-layouts.md from the layouts under definitions/sources/."""

from collections.abc import Iterable
from pathlib import Path

from candour.ocds.problems import Rule
from candour.sources.definition import TablesDefinition, definitions
from candour.sources.tabular import rules
from candour.sources.tabular.layout import Layout
from candour.sources.tabular.record_layout import RecordLayout

PAGE = Path(__file__).parents[2] / "docs" / "reference" / "register-layouts.md"

OPENING = """\
# Layouts of tables

Which columns the tables of each source have, and what becomes of each. This page is generated from the files under
`definitions/sources/`: `make docs` writes it again. [Sources](sources.md) says whose they are.

A sheet is read if a row among its first 15 is the heading of one of these layouts: it has every column that the
layout is recognised by, or most of those described. Case and spaces do not count. In a name, `{yy}` is a financial
year such as 2526, `{y}` two digits of a year, `{year}` a year such as 2026 or 2025-26.

- A column that nobody has described is an alarm (`column-unknown`) that names it, and what it was perhaps called
  before.
- A described column that is gone is an alarm too (`column-missing`), unless it is said that some files lack it.
- Everything else of the file is read, and every row is counted as used, ignored or refused, with the reason.
"""


def text() -> str:
    """The whole page."""
    tables = [each for each in definitions().values() if isinstance(each, TablesDefinition)]
    layouts = [_layout(layout) for source in tables for layout in source.layouts]
    records = [_records(record) for source in tables for record in source.records]
    return "\n".join([OPENING, *layouts, *records, _rules()]).rstrip() + "\n"


def _rules() -> str:
    """What can be wrong with a table or a record."""
    known = [value for value in vars(rules).values() if isinstance(value, Rule)]
    lines = [f"| `{each.id}` | {each.level} | {each.title} |" for each in known]
    return "\n".join(["## What can be wrong\n", "| rule | level | what it is |", "|---|---|---|", *lines, ""])


def _layout(of: Layout) -> str:
    facts = [f"Recognised by {_names(of.recognised_by)}."]
    if of.key:
        columns = [name for name, field in of.columns.items() if field in of.key]
        facts.append(f"A row without {_names(columns)} is refused.")
    if of.absent:
        facts.append(f"Cells with {_names(of.absent)} count as empty.")
    facts.append(f"Dates are {of.dates}, or as 2026-05-31.")
    if of.rows:
        facts.append(f"A whole file has {of.rows.min:,} to {of.rows.max:,} rows; there is a warning otherwise.")
    if of.corrections:
        facts.append(f"{len(of.corrections)} cells are corrected.")
    used = [(name, _used(of, name, field)) for name, field in of.columns.items()]
    ignored = [(name, f"ignored: {each.because}") for each in of.ignored for name in each.columns]
    return _section(of.id, of.title, facts, "column", [*used, *ignored])


def _used(of: Layout, name: str, field: str) -> str:
    notes = [f"`{field}`"]
    if field in of.ranges:
        notes.append(f"expected {of.ranges[field]}")
    if name in of.optional:
        notes.append("some files lack it")
    return ", ".join(notes)


def _records(of: RecordLayout) -> str:
    used = [(path, what) for path, what in of.fields.items()]
    ignored = [(path, f"ignored: {each.because}") for each in of.ignored for path in each.fields]
    facts = [
        f"JSON records, recognised by {_names(of.recognised_by)}. A dot is a step into an object or a list of them."
    ]
    return _section(of.id, of.title, facts, "field", [*used, *ignored])


def _section(id: str, title: str, facts: Iterable[str], kind: str, rows: Iterable[tuple[str, str]]) -> str:
    table = [f"| `{name}` | {what} |" for name, what in rows]
    return "\n".join(
        [f'<a id="{id}"></a>\n\n## {title}\n', " ".join(facts), "", f"| {kind} | becomes |", "|---|---|", *table, ""]
    )


def _names(names: Iterable[str]) -> str:
    return ", ".join(f"`{name}`" for name in names)


if __name__ == "__main__":
    PAGE.write_text(text(), "utf-8")
