"""The official schema files, patched as the standard says, to hold our description against."""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

# Folders of the official extensions, where they are not called as here.
FOLDERS = {"bids": "bid"}
OWN = {"socialCare": Path(__file__).parents[2] / "standard"}


def release_schema(data: Path, extensions: Iterable[str]) -> dict[str, Any]:
    """The official release schema with official extension patches applied in the given order."""
    schema = read(data / "ocds/standard-1.1.5/release-schema.json")
    for name in extensions:
        schema = merge_patch(schema, read(folder(data, name) / "release-schema.json"))
    return schema


def folder(data: Path, extension: str) -> Path:
    return OWN.get(extension) or data / "ocds/extensions" / FOLDERS.get(extension, extension)


def read(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))


def merge_patch(target: Any, patch: Any) -> Any:
    """JSON Merge Patch, RFC 7396."""
    if not isinstance(patch, dict):
        return patch
    merged = dict(target) if isinstance(target, dict) else {}
    for key, value in patch.items():
        if value is None:
            merged.pop(key, None)
        else:
            merged[key] = merge_patch(merged.get(key), value)
    return merged
