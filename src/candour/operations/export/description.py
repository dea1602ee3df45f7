"""What goes with every export: a Data Package (datapackage.json), so that no table leaves without its definitions."""

from pathlib import Path
from typing import Any

import orjson

from candour.operations.export.chosen import Chosen
from candour.warehouse.tables import TABLES
from candour.warehouse.tables.definition import Table
from candour.warehouse.tables.kinds import AMOUNT, JSON, TEXTS, TIME, WHOLE, YES_NO, Kind

PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"
_TYPES: dict[str, str] = {
    AMOUNT.name: "number",
    JSON.name: "object",
    TEXTS.name: "list",
    TIME.name: "datetime",
    WHOLE.name: "integer",
    YES_NO.name: "boolean",
}


def write_description(folder: Path, chosen: Chosen, files: dict[str, str]) -> None:
    """Write `datapackage.json` for these files of tables, given as file name by table name."""
    tables = chosen.tables
    columns = ("receipt", "source", "url", "licence", "publisher", "sha256")
    sources = [
        {name: value for name, value in zip(columns, row, strict=True) if value is not None}
        for row in tables.stream(f"SELECT {', '.join(columns)} FROM receipts ORDER BY receipt", {})
    ]
    description = {
        "$schema": PROFILE,
        "name": "candour-export",
        "title": "Open tendering and open performance for social care: an export",
        "version": tables.data_version,
        "selection": chosen.selection.in_words(),
        "sources": [
            {"title": " ".join(filter(None, (s.get("publisher"), s["receipt"]))), "path": s.get("url"), **s}
            for s in sources
        ],
        "resources": [_resource(TABLES[name], file) for name, file in files.items()],
    }
    (folder / "datapackage.json").write_bytes(orjson.dumps(description, option=orjson.OPT_INDENT_2))


def _resource(table: Table, file: str) -> dict[str, Any]:
    fields = [{"name": c.name, "type": _type(c.kind), "description": c.meaning} for c in table.columns]
    return {"name": table.name, "path": file, "description": table.row, "schema": {"fields": fields}}


def _type(kind: Kind) -> str:
    return _TYPES.get(kind.name, "string")
