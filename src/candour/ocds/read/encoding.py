"""Turns UTF-16 and UTF-32 into UTF-8; what is one byte a character is left for each release to settle."""

import codecs
from collections.abc import Iterator

from candour.ocds.read.byte_source import ByteSource
from candour.ocds.read.intake import Intake
from candour.ocds.read.problems import DAMAGED_TEXT, NOT_UTF8, problem_at

_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


def to_utf8(chunks: Iterator[bytes], name: str, intake: Intake) -> Iterator[bytes]:
    """`chunks` as UTF-8; that they were not, or were damaged, is a problem of `intake`."""
    source = ByteSource(chunks)
    encoding = _wide_encoding(source.peek(4))
    if not encoding:
        yield from source.chunks()
        return
    intake.problems.append(problem_at(NOT_UTF8, name, encoding.upper()))
    decoder = codecs.getincrementaldecoder(encoding)("replace")
    replaced = 0
    for chunk in source.chunks():
        text = decoder.decode(chunk)
        replaced += text.count("\ufffd")
        yield text.encode()
    text = decoder.decode(b"", True)
    replaced += text.count("\ufffd")
    yield text.encode()
    if replaced:
        intake.problems.append(problem_at(DAMAGED_TEXT, name, f"{replaced} characters are not {encoding.upper()}"))


def _wide_encoding(start: bytes) -> str | None:
    """The encoding of a text that begins with `start`, when its characters take more than a byte each.

    Without a byte order mark it shows by the zero bytes around the first character, which JSON wants to be ASCII.
    """
    for mark, encoding in _MARKS:
        if start.startswith(mark):
            return encoding
    zeros = "".join("0" if code == 0 else "x" for code in start)
    return {"x000": "utf-32-le", "000x": "utf-32-be", "x0x0": "utf-16-le", "0x0x": "utf-16-be"}.get(zeros)
