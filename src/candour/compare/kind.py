"""What can be compared with its like: providers, councils, contract models."""

from functools import cached_property
from pathlib import Path

import msgspec

_FOLDER = Path(__file__).parent / "groups"


class Kind(msgspec.Struct, frozen=True, kw_only=True, dict=True):
    """One kind of thing that is compared.

    `by_award` says that a member answers for its own awards only (a provider), not for the whole process (a council).
    `rated` says that regulators rate members of this kind.
    """

    id: str
    one: str
    many: str
    by_award: bool
    rated: bool = False

    @cached_property
    def members_query(self) -> str:
        """The SQL that gives `group_key, group_name, ocid, award_number`: what belongs to which member."""
        return (_FOLDER / f"{self.id}.sql").read_text("utf-8").rstrip()


KINDS = {
    kind.id: kind
    for kind in (
        Kind(id="providers", one="provider", many="providers", by_award=True, rated=True),
        Kind(id="councils", one="council", many="councils", by_award=False),
        Kind(id="contract-models", one="contract model", many="contract models", by_award=False),
    )
}
