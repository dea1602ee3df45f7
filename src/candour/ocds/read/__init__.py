"""Reads releases from whatever publishers send."""

from collections.abc import Iterator
from typing import BinaryIO

from candour.ocds.read.encoding import to_utf8
from candour.ocds.read.from_text import NotLinesError, read_text
from candour.ocds.read.halves import Half, read_half
from candour.ocds.read.intake import Intake
from candour.ocds.read.limits import LIMITS, Limits
from candour.ocds.read.package import Package
from candour.ocds.read.problems import EMPTY, problem_at
from candour.ocds.read.raw_release import Item, RawRelease
from candour.ocds.read.unpack import unpack

__all__ = ["LIMITS", "Half", "Item", "Limits", "NotLinesError", "Package", "RawRelease", "read", "read_half"]


def read(stream: BinaryIO, *, name: str, limits: Limits = LIMITS) -> Iterator[Item]:
    """Every release in `stream`, in order, and a problem for each thing that is wrong.

    `docs/reference/reading.md` says what is accepted. `name` is how the file is called in positions. Memory stays
    bounded whatever the size of the input. Bad input raises nothing: what cannot be used is a problem of level
    "refused", and everything around it is still read.
    """
    intake = Intake(name, limits)
    texts = 0
    for label, chunks in unpack(intake.receive(stream), name, intake):
        texts += 1
        yield from read_text(to_utf8(chunks, label, intake), label, limits)
        yield from intake.tell()
    yield from intake.tell()
    if not texts:
        yield problem_at(EMPTY, name, "an archive without files")
