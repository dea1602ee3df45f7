"""Small releases, and what an indicator gives for them."""

from pathlib import Path
from typing import Any

import msgspec
import msgspec.yaml

FOLDER = Path(__file__).parent / "golden"
_COMMON = {
    "id": "1",
    "date": "2026-01-01T00:00:00Z",
    "tag": ["tender"],
    "initiationType": "tender",
}


class Row(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One thing that the indicator could be known of; `award` is the position of its award, if it is of one."""

    value: float | None
    award: int | None = None
    currency: str | None = None


class Case(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`case` says in words what the release (or the releases of one process) shows."""

    case: str
    gives: tuple[Row, ...]
    release: dict[str, Any] = {}
    releases: tuple[dict[str, Any], ...] = ()

    def as_published(self, ocid: str) -> list[dict[str, Any]]:
        """Its releases, with the fields that every release has."""
        return [_COMMON | {"ocid": ocid} | one for one in self.releases or (self.release,)]


def cases(indicator: str) -> tuple[Case, ...]:
    """The golden cases of one indicator."""
    return msgspec.yaml.decode((FOLDER / f"{indicator}.yaml").read_bytes(), type=tuple[Case, ...])


def all_cases() -> dict[str, tuple[str, Case]]:
    """Every case, with its indicator, by the ocid of its process."""
    return {
        f"ocds-f1ct10-{path.stem}-{number}": (path.stem, case)
        for path in sorted(FOLDER.glob("*.yaml"))
        for number, case in enumerate(cases(path.stem), 1)
    }
