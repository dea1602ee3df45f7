"""What the tests of the care vocabulary share."""

import json
from pathlib import Path
from typing import Any

import pytest

PUBLISHERS = ("contracts_finder", "find_a_tender", "public_contracts_scotland", "sell2wales")


@pytest.fixture(scope="session")
def real_releases(shared_data: Path) -> list[dict[str, Any]]:
    """Every real release of the four publishers."""
    files = [path for publisher in PUBLISHERS for path in sorted((shared_data / "ocds" / publisher).glob("*.json*"))]
    return [release for path in files for release in _releases(path.read_text("utf-8-sig"))]


def _releases(text: str) -> list[dict[str, Any]]:
    try:
        documents = [json.loads(text)]
    except json.JSONDecodeError:
        documents = [json.loads(line) for line in text.splitlines() if line.strip()]
    return [release for document in documents for release in _inside(document)]


def _inside(document: Any) -> list[dict[str, Any]]:
    if isinstance(document, list):
        return [release for member in document for release in _inside(member)]
    return [release for release in document.get("releases", [document]) if "ocid" in release]
