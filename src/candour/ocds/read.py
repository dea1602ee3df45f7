"""Reads releases from whatever publishers send."""

from collections.abc import Iterator
from typing import BinaryIO

from candour.ocds.limits import LIMITS, Limits
from candour.ocds.package import Package
from candour.ocds.raw_release import Item, RawRelease
from candour.ocds.read_text import read_text

__all__ = ["LIMITS", "Item", "Limits", "Package", "RawRelease", "read"]

_CHUNK = 1 << 20


def read(stream: BinaryIO, *, name: str, limits: Limits = LIMITS) -> Iterator[Item]:
    """Every release in `stream`, in order, and a problem for each thing that is wrong.

    `docs/reference/reading.md` says what is accepted. `name` is how the file is called in positions. Memory stays
    bounded whatever the size of the input. Bad input raises nothing: what cannot be used is a problem of level
    "refused", and everything around it is still read.
    """
    yield from read_text(iter(lambda: stream.read(_CHUNK), b""), name, limits)
