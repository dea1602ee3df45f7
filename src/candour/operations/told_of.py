"""Which rows have every word of a question in them, and are of processes of one kind of care."""

from collections.abc import Sequence
from typing import Any

import msgspec

MOST_WORDS = 8
"""More words narrow nothing down."""

_OF_CARE = """ocid IN (
    SELECT ocid FROM care_terms WHERE LIST_HAS_ANY(service_types, $codes)
)"""


class ToldOf(msgspec.Struct, frozen=True):
    """A condition on rows of processes, and the parameters that it takes."""

    condition: str
    given: dict[str, Any]


def told_of(columns: str, words: Sequence[str], codes: Sequence[str] | None) -> ToldOf:
    """Rows with all words in these columns; `codes` are those of the extension for a kind of care, None for any."""
    asked = {f"word_{number}": word.casefold() for number, word in enumerate(words[:MOST_WORDS])}
    parts = [f"CONTAINS(LOWER(CONCAT_WS(' ', {columns})), ${name})" for name in asked]
    if codes is None:
        return ToldOf(" AND ".join(parts) or "TRUE", asked)
    return ToldOf(" AND ".join((*parts, _OF_CARE)), {**asked, "codes": list(codes)})
