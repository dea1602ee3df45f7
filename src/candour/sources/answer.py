"""What comes back for a URL."""

from collections.abc import Callable
from datetime import datetime

import msgspec


class Answer(msgspec.Struct, frozen=True, kw_only=True):
    """A body with its final URL; `disposition` is the header that may name a file."""

    content: bytes
    url: str
    media_type: str | None
    disposition: str | None
    received: datetime


Fault = Callable[[bytes, str | None], str | None]
"""Given a body and its media type: why one should ask again, or None."""
