"""The official schema with the official extensions, from the folder of real data, as other tools want it."""

import json
import zipfile
from pathlib import Path
from typing import Any

PATCHED = "european-union"
"""The standard with the extensions of the European profile already applied, some of which lie there only so."""
STANDARD = "standard-1.1.5"


class NotHereError(Exception):
    """The official files are not on this machine."""


def release_schema(shared_data: Path) -> dict[str, Any]:
    """The schema of a release with every extension that is there."""
    extensions = shared_data / "ocds/extensions"
    if not extensions.is_dir():
        raise NotHereError(f"{extensions} is not here: the official schema is not part of the repository")
    schema = json.loads((extensions / PATCHED / "patched-release-schema.json").read_text())
    for folder in sorted(extensions.iterdir()):
        if folder.name != PATCHED:
            _patch(schema, json.loads((folder / "release-schema.json").read_text()))
    return schema


def standard_zip(shared_data: Path, archive: Path) -> Path:
    """A copy of the standard's repository as libcoveocds wants it, its release schema already extended.

    libcoveocds would fetch every extension that a package names. It is given packages that name none, and a standard
    that has them all, so that it checks what we check.
    """
    standard = shared_data / "ocds" / STANDARD
    with zipfile.ZipFile(archive, "w") as out:
        # The first name tells libcoveocds the folder in which everything lies.
        out.writestr("standard/", "")
        out.writestr("standard/schema/release-schema.json", json.dumps(release_schema(shared_data)))
        for path in sorted(standard.glob("*.json")):
            if path.name != "release-schema.json":
                out.writestr(f"standard/schema/{path.name}", path.read_bytes())
        for name, text in sorted(_codelists(shared_data).items()):
            out.writestr(f"standard/schema/codelists/{name}", text)
    return archive


def _codelists(shared_data: Path) -> dict[str, str]:
    """The text of each codelist; an extension's additions to one (few, and of open lists) are left out."""
    lists = {path.name: path.read_text() for path in (shared_data / "ocds" / STANDARD / "codelists").glob("*.csv")}
    for path in sorted((shared_data / "ocds/extensions").glob("*/codelists/*.csv")):
        if path.name[0] not in "+-":
            lists.setdefault(path.name, path.read_text())
    return lists


def _patch(target: dict[str, Any], patch: dict[str, Any]) -> None:
    """A JSON merge patch (RFC 7396)."""
    for name, value in patch.items():
        if isinstance(value, dict) and isinstance(target.get(name), dict):
            _patch(target[name], value)
        elif value is None:
            target.pop(name, None)
        else:
            target[name] = value
