"""The official schema of a release with the official extensions, from the folder of real data."""

import json
from pathlib import Path

import jsonschema_rs

PATCHED = "european-union"
"""The standard with the extensions of the European profile already applied, some of which lie there only so."""


def release_validator(shared_data: Path):
    """A validator of releases that also holds dates and addresses to their formats."""
    extensions = shared_data / "ocds/extensions"
    schema = json.loads((extensions / PATCHED / "patched-release-schema.json").read_text())
    for folder in sorted(extensions.iterdir()):
        if folder.name != PATCHED:
            _patch(schema, json.loads((folder / "release-schema.json").read_text()))
    return jsonschema_rs.Draft4Validator(schema, validate_formats=True)


def _patch(target: dict, patch: dict) -> None:
    for name, value in patch.items():
        if isinstance(value, dict) and isinstance(target.get(name), dict):
            _patch(target[name], value)
        elif value is None:
            target.pop(name, None)
        else:
            target[name] = value
