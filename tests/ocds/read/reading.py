"""What the tests of reading share."""

import io
import json
from collections.abc import Iterable

from candour.ocds.problems import Problem
from candour.ocds.read import LIMITS, RawRelease, read


def release(number: int, **more: object) -> dict[str, object]:
    """A small fictional release."""
    return {
        "ocid": f"ocds-fiction-{number}",
        "id": f"{number}-1",
        "date": "2026-01-01T00:00:00Z",
        "tag": ["tender"],
        "tender": {"id": "1", "title": f'Fictional "care" {{{number}'},
        **more,
    }


def compact(value: object) -> bytes:
    return json.dumps(value, separators=(",", ":")).encode()


def read_bytes(content: bytes, limits=LIMITS) -> tuple[list[RawRelease], list[Problem]]:
    """The releases and the problems in a file of that content."""
    items = list(read(io.BytesIO(content), name="file", limits=limits))
    return [i for i in items if isinstance(i, RawRelease)], [i for i in items if isinstance(i, Problem)]


def ids(releases: Iterable[RawRelease]) -> list[str]:
    return [r.ocid for r in releases]


def rules(problems: Iterable[Problem]) -> list[str]:
    return [p.rule.id for p in problems]
