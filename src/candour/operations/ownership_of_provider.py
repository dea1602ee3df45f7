"""Who owns and steers a provider, as processes say of it."""

from collections.abc import Sequence
from typing import Any

from candour.warehouse.engine import Engine

_OWNERSHIP = """
SELECT form, details, member_class, members, votes_share, ocid, process_last_date AS said
FROM ownership
WHERE organisation_key IN (SELECT UNNEST($keys))
QUALIFY ROW_NUMBER() OVER (
    PARTITION BY form, details, member_class, members, votes_share ORDER BY process_last_date DESC, ocid
) = 1
ORDER BY said DESC, form, member_class, members
"""


def ownership_of_provider(tables: Engine, keys: Sequence[str]) -> list[dict[str, Any]]:
    """Rows of `ownership` of suppliers with these keys: what is said several times stands once, as last said."""
    return [row._asdict() for row in tables.query(_OWNERSHIP, {"keys": list(keys)})]
