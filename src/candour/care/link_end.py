"""What stands at each end of a link: a kind of thing and the key by which it is known."""

from typing import Literal

import msgspec

Kind = Literal["process", "organisation", "provider", "location", "council"]


class End(msgspec.Struct, frozen=True, order=True):
    """One end of a link.

    `key` is an ocid (process), a key of `organisation_key` (organisation), "register:number" (provider, location) or
    an organisation id (council). A link never changes what either key means.
    """

    kind: Kind
    key: str

    def __str__(self) -> str:
        return f"{self.kind} {self.key}"
