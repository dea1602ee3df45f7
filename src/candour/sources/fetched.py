"""What a source yields."""

from datetime import datetime

import msgspec


class Fetched(msgspec.Struct, frozen=True, kw_only=True):
    """One body as a publisher sent it: the bytes after transfer decoding, where they came from, and when (UTC)."""

    content: bytes
    url: str
    name: str
    media_type: str | None
    fetched: datetime
