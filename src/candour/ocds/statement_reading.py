"""Reads providers' statements: one JSON object, an array of them, or one on each line."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Any, BinaryIO

import msgspec
import orjson

from candour.ocds.problems import Problem, Rule, shorten
from candour.ocds.validate import StatementValidator

FORMAT = "candour-statement"
VERSIONS = ("1.0",)
LARGEST = 64_000_000
"""So many bytes of statements are read at most: they are read whole."""
_MARKED = re.compile(rb'"format"\s*:\s*"' + FORMAT.encode() + rb'"')
_START = 65_536

UNREADABLE = Rule(
    id="statement-unreadable",
    level="refused",
    title="What should be a statement could not be read",
    publisher="Publish a statement as one JSON object, an array of them, or one on each line: {found}.",
    reader="What this file says of a provider's outcomes is in no table: {found}.",
)
UNKNOWN_VERSION = Rule(
    id="statement-unknown-version",
    level="refused",
    title="The statement is of a version that is not known",
    publisher="Publish the statement in version {expected}, or read it with a newer Candour: its version is {found}.",
    reader="A statement was published in a form that this Candour does not know ({found}): it is in no table.",
)


class ReadStatement(msgspec.Struct, frozen=True):
    """A statement as it was published, and where it stood."""

    document: dict[str, Any]
    position: str


def holds_statements(stream: BinaryIO) -> bool:
    """Whether a file begins like statements; it reads the beginning of `stream`."""
    start = stream.read(_START).removeprefix(b"\xef\xbb\xbf").lstrip()
    return start[:1] in (b"{", b"[") and _MARKED.search(start) is not None


def read_statements(stream: BinaryIO, *, name: str) -> Iterator[ReadStatement | Problem]:
    """Every statement, and a problem for whatever is wrong with one; one that breaks a rule is given all the same."""
    for number, (found, position) in enumerate(_objects(stream, name), 1):
        if isinstance(found, Problem):
            yield found
            continue
        position = position or f"{name}: statement {number}"
        if not isinstance(found, dict) or found.get("format") != FORMAT:
            yield _refused(f"it is no object whose format is {FORMAT}", position)
        elif found.get("version") not in VERSIONS:
            yield Problem(
                rule=UNKNOWN_VERSION,
                path="version",
                found=shorten(found.get("version")),
                expected=" or ".join(VERSIONS),
                position=position,
            )
        else:
            for problem in _validator().problems(found):
                yield msgspec.structs.replace(problem, position=f"{position}, {problem.position}".rstrip(", "))
            yield ReadStatement(found, position)


def _objects(stream: BinaryIO, name: str) -> Iterator[tuple[Any, str]]:
    content = stream.read(LARGEST + 1).removeprefix(b"\xef\xbb\xbf")
    if len(content) > LARGEST:
        yield _refused(f"it is larger than {LARGEST} bytes; split it", name), name
        return
    try:
        whole = orjson.loads(content)
    except orjson.JSONDecodeError:
        yield from _lines(content, name)
        return
    for found in whole if isinstance(whole, list) else [whole]:
        yield found, ""


def _lines(content: bytes, name: str) -> Iterator[tuple[Any, str]]:
    for number, line in enumerate(content.splitlines(), 1):
        position = f"{name}: line {number}"
        if line.strip():
            try:
                yield orjson.loads(line), position
            except orjson.JSONDecodeError as error:
                yield _refused(f"it is no JSON ({error})", position), position


def _refused(found: str, position: str) -> Problem:
    return Problem(rule=UNREADABLE, path="", found=found, position=position)


@cache
def _validator() -> StatementValidator:
    return StatementValidator()
