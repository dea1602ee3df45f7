"""What all parts of a release have in common."""

from datetime import datetime
from typing import Annotated, TypeAlias

import msgspec


class Part(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, rename="camel"):
    """A part of a release. Fields left out are not published; names are written as the standard writes them.

    The fields and what they mean are those of the reference page of the standard.
    """


Text: TypeAlias = Annotated[str, msgspec.Meta(min_length=1)]
"""Text that is not empty."""

Instant: TypeAlias = Annotated[datetime, msgspec.Meta(tz=True)]
"""A date and time that says its zone."""
