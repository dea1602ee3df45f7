"""Make the files of the social-care extension under standard/ from its description."""

import csv
import io
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from candour.ocds.codelists import Codelist
from candour.ocds.parts import extension
from candour.ocds.schema import extension_schema
from candour.ocds.statement import statement_schema

FOLDER = Path(__file__).parents[2] / "standard"
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
    return {FOLDER / name: text for name, text in files.items()}


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


if __name__ == "__main__":
    for path, text in pages().items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
