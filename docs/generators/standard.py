"""Make docs/reference/standard.md from the description of the standard."""

from collections.abc import Mapping
from pathlib import Path

from candour.ocds.description import EXTENSIONS, describe
from candour.ocds.fields import Definition, Field
from candour.ocds.parts import extension, packages

PAGE = Path(__file__).parents[2] / "docs" / "reference" / "standard.md"

OPENING = """\
# The standard: every field

This page is generated from the files under `src/candour/ocds/standard/`: `make docs` writes it again.

It describes OCDS 1.1.5 and {count} extensions. Names, types, codes and rules are the standard's; the words are ours.
Validators, merge rules and codelists are made from the same files. [The codelists](codelists.md) have a page of their
own, and so have [the rules and messages of validation](validation.md).

**Type**: a name such as [Value](#value) is an object described on this page; `[]` means a list; "or null" means that
the standard allows null. **Needed** means that the standard requires the field wherever its object is there.
**When releases are merged**, fields that are *left out* are those of single releases; a list that is *replaced whole*
takes its newest value, as every list of plain values does; other lists are joined by id. **From**: the extension that
brings the field; the core of the standard where empty.

## Extensions

| name | about | known by |
|---|---|---|
"""

KINDS = {"string": "text", "integer": "whole number", "boolean": "true or false", "array": "list", "null": "null"}
FORMATS = {"date-time": "date and time", "uri": "web address", "email": "e-mail address"}
HEAD = "| field | type | meaning | codelist | rules | from |\n|---|---|---|---|---|---|\n"


def text() -> str:
    """The whole page."""
    description = describe()
    sections = [_section(description.release), *map(_section, sorted(description.definitions.values(), key=_name))]
    sections += [_section(packages()[name]) for name in sorted(packages())]
    return OPENING.format(count=len(EXTENSIONS)) + "".join(map(_extension, EXTENSIONS)) + "".join(sections)


def _name(definition: Definition) -> str:
    return definition.name.lower()


def _extension(name: str) -> str:
    part = extension(name)
    known_by = ", ".join(f"`{repository}`" for repository in part.repositories) or "the address of the profile"
    return f"| `{name}` | {part.title} | {known_by} |\n"


def _section(definition: Definition) -> str:
    brought = f" From `{definition.extension}`." if definition.extension != "core" else ""
    filled = " It holds at least one field." if definition.filled else ""
    return f"\n## {definition.name}\n\n{definition.text}{brought}{filled}\n\n{HEAD}{_rows(definition.fields, '')}"


def _rows(fields: Mapping[str, Field], parent: str) -> str:
    return "".join(_row(field, f"{parent}{name}") for name, field in fields.items())


def _row(field: Field, path: str) -> str:
    described = field.codelist in describe().codelists
    codelist = f"[{field.codelist}](codelists.md#{field.codelist.lower()})" if described else field.codelist
    kind = " (closed)" if field.closed else " (open)" if field.codelist else ""
    source = "" if field.extension == "core" else f"`{field.extension}`"
    cells = [f"`{path}`", _type(field), field.text, codelist + kind, ", ".join(_rules(field)), source]
    below = dict(field.fields)
    if field.every:
        below["*"] = field.every
    return f"| {' | '.join(cells)} |\n" + _rows(below, f"{path}.")


def _type(field: Field) -> str:
    names = field.item_types if field.is_array else tuple(name for name in field.types if name != "null")
    if field.reference:
        kind = _reference(field.reference)
    elif field.format:
        kind = FORMATS[field.format]
    else:
        kind = " or ".join(KINDS.get(name, name) for name in names) or "object"
    return kind + (" []" if field.is_array else "") + (" or null" if field.nullable else "")


def _reference(name: str) -> str:
    """A link, where the page has the definition; the standard has a schema of its own for versioned releases."""
    described = name in describe().definitions or name in packages() or name == describe().release.name
    return f"[{name}](#{name.lower()})" if described else name


def _rules(field: Field) -> list[str]:
    said = {
        "needed": field.required,
        "not empty": field.filled,
        "entries not empty": field.filled_items,
        "no entry twice": field.unique,
        "may be translated": field.translated,
        "left out when merged": field.merge == "omitWhenMerged",
        "replaced whole when merged": field.merge == "wholeListMerge",
        f"{field.default} where absent": bool(field.default),
        "fits a pattern": bool(field.pattern),
        f"above {field.above or 0:g}": field.above is not None,
        f"{field.at_least or 0:g} at least": field.at_least is not None,
        f"{field.at_most or 0:g} at most": field.at_most is not None,
        f"deprecated since {field.deprecated}": bool(field.deprecated),
    }
    return [rule for rule, holds in said.items() if holds]


if __name__ == "__main__":
    PAGE.write_text(text(), "utf-8")
