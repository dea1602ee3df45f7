"""Make the files of the social-care extension under standard/, and its reference page, from its description.

The README is written by hand but for the part between two marks, which lists every field.
"""

import csv
import io
import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from candour.ocds.codelists import Codelist
from candour.ocds.description import describe
from candour.ocds.fields import Definition, Field
from candour.ocds.parts import extension, statement
from candour.ocds.schema import extension_schema
from candour.ocds.statement import statement_schema

REPOSITORY = Path(__file__).parents[2]
FOLDER = REPOSITORY / "standard"
README = FOLDER / "README.md"
PAGE = REPOSITORY / "docs" / "reference" / "social-care-extension.md"
NAME = "socialCare"

_ADDRESS = "https://raw.githubusercontent.com/{}/master/extension.json"
_BUILT_UPON = ("metrics", "bid", "lots", "awardCriteria")
_USED_IN_EXAMPLES = ("techniques", "contract_completion", "performance_failures", "organizationClassification")


def pages() -> Mapping[Path, str]:
    """Every file with what is in it."""
    files = {f"codelists/{name}.csv": _codelist(codelist) for name, codelist in _codelists().items()}
    files |= {
        "extension.json": _json(_about()),
        "release-schema.json": _json(extension_schema(NAME)),
        "statement-schema.json": _json(statement_schema()),
    }
    return {FOLDER / name: text for name, text in files.items()} | {README: _readme(), PAGE: _page()}


def _codelists() -> dict[str, Codelist]:
    """The extension's own codelists, and its codes for others' under a name with a plus, as extensions write it."""
    part = extension(NAME)
    return {f"+{name}": part.code_additions[name] for name in sorted(part.code_additions)} | {
        name: part.codelists[name] for name in sorted(part.codelists)
    }


def _about() -> dict[str, Any]:
    part = extension(NAME)
    general = [_ADDRESS.format(f"open-contracting-extensions/ocds_{name}_extension") for name in _BUILT_UPON]
    shown = [_ADDRESS.format(f"open-contracting-extensions/ocds_{name}_extension") for name in _USED_IN_EXAMPLES]
    return {
        "name": {"en": part.title},
        "description": {"en": part.text},
        "documentationUrl": {"en": "https://candour.example/standard/"},
        "contactPoint": {"name": "Candour", "email": "standard@candour.example"},
        "compatibility": ["1.1"],
        "codelists": [f"{name}.csv" for name in _codelists()],
        "schemas": ["release-schema.json"],
        "dependencies": [*general, _ADDRESS.format("OpenDataServices/ocds_award_buyer_extension")],
        "testDependencies": [*shown, _ADDRESS.format("cabinetoffice/ocds_uk_extension")],
    }


def _json(content: Any) -> str:
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def _codelist(codelist: Codelist) -> str:
    sheet = io.StringIO()
    rows = csv.writer(sheet, lineterminator="\n")
    rows.writerow(("Code", "Title", "Description"))
    rows.writerows((code, codelist.codes[code], codelist.meanings[code]) for code in codelist)
    return sheet.getvalue()


OPENING = """\
# The social-care extension: every field and code

This page is generated from `src/candour/ocds/standard/extensions/socialCare.yaml`: `make docs` writes it again.

[Why there is an extension](../explanation/social-care-extension.md), and what it builds upon, is a page of its own.
Its files are in [standard/](../../standard/README.md), with examples. **Needed** fields are ids: when releases are
merged, entries of a list that have the same id become one. Every other field may be left out. A field with a **code**
holds codes of the list that is named and nothing else, unless it says "or your own".

"""
_MARKS = re.compile(r"(<!-- fields -->\n).*(<!-- end of fields -->)", re.DOTALL)
_HEAD = "| field | what goes in | meaning |\n|---|---|---|\n"
_KINDS = {"string": "text", "integer": "a whole number", "number": "a number"}
_FORMATS = {"date-time": "a date and time", "uri": "a web address"}
_PLACES = {
    "Release": "In a release",
    "Tender": "In the tender",
    "Lot": "In a lot of the tender",
    "AwardCriterion": "In a criterion of the award criteria",
    "Bid": "In a bid",
    "Award": "In an award",
    "Contract": "In a contract",
    "Implementation": "In the implementation of a contract",
    "Organization": "In a party",
    "Metric": "In a metric, wherever there is one",
    "Observation": "In an observation, wherever there is one",
}


def _readme() -> str:
    """The README with its list of fields as the description has them."""
    lists = "".join(f"- [{name}](codelists/{name}.csv): {codelist.text}\n" for name, codelist in _own_lists().items())
    made = f"{_fields('codelists/{}.csv')}\n### Lists of codes\n\n{lists}\n"
    return _MARKS.sub(lambda marks: f"{marks[1]}\n{made}{marks[2]}", README.read_text("utf-8"))


def _page() -> str:
    lists = "".join(_codes(codelist) for codelist in _codelists().values())
    kinds = "".join(_section(kind.name, kind, "#{}") for kind in statement().values())
    about = "A statement is a file of its own, beside releases; its metrics and its provider are those of releases.\n"
    return f"{OPENING}{_fields('#{}')}\n## A statement\n\n{about}{kinds}\n## The codes\n{lists}".replace(
        "### ", "## "
    )


def _own_lists() -> Mapping[str, Codelist]:
    return {name: codelist for name, codelist in _codelists().items() if not name.startswith("+")}


def _fields(link: str) -> str:
    """Every field that the extension adds, object by object."""
    part = extension(NAME)
    release = Definition(name="Release", text="", extension=NAME, fields=part.release)
    kinds = {"Release": release, **part.definitions}
    added = [_section(title, kinds[name], link) for name, title in _PLACES.items()]
    own = [_section(name, kind, link) for name, kind in kinds.items() if name not in _PLACES]
    return "".join([*added, *own]).lstrip("\n")


def _section(title: str, definition: Definition, link: str) -> str:
    about = f"{definition.text}{_where(definition.name)}\n\n" if definition.text else ""
    return f"\n### {title}\n\n{about}{_HEAD}" + "".join(_row(field, link) for field in definition.fields.values())


def _where(name: str) -> str:
    found = ", ".join(f"`{path}`" for path in _paths(name))
    return f" Found in {found}." if found else ""


def _paths(name: str) -> Iterator[str]:
    """The fields of releases that hold objects of a kind, from the top of the release."""
    for path, field in describe().walk():
        if field.reference == name and field.extension == NAME:
            yield ".".join(path)


def _row(field: Field, link: str) -> str:
    needed = " (needed)" if field.required else ""
    return f"| `{field.name}` | {_holds(field, link)}{needed} | {field.text} |\n"


def _holds(field: Field, link: str) -> str:
    if field.codelist:
        own = "" if field.closed else ", or your own"
        listed = f"[{field.codelist}]({link.format(field.codelist if '/' in link else field.codelist.lower())})"
        return f"{'codes' if field.is_array else 'a code'} of {listed}{own}"
    if field.reference:
        kind = f"`{field.reference}`"
        return f"a list of {kind}" if field.is_array else kind
    if field.format:
        return _FORMATS[field.format]
    if field.is_array:
        return "a list of texts"
    return _KINDS[next(kind for kind in field.types if kind != "null")]


def _codes(codelist: Codelist) -> str:
    rows = "".join(f"| `{code}` | {codelist.codes[code]} | {codelist.meanings[code]} |\n" for code in codelist)
    about = codelist.text or "Codes that are added to the standard's own list."
    return f"\n### {codelist.name}\n\n{about}\n\n| code | title | meaning |\n|---|---|---|\n{rows}"


if __name__ == "__main__":
    for path, text in pages().items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
