"""One release as its publisher sent it, with just enough read from it to file it under its process."""

import msgspec

from candour.ocds.problems import Problem
from candour.ocds.read.package import Package


class RawRelease(msgspec.Struct, frozen=True, gc=False):
    """A release: `data` is its JSON as sent (converted to UTF-8 where it was not), `position` where it stood.

    `release_id` and `date` are None where the publisher left them out.
    """

    ocid: str
    release_id: str | None
    date: str | None
    tag: tuple[str, ...]
    data: bytes
    position: str
    package: Package


Item = RawRelease | Problem
