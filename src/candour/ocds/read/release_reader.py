"""Makes a raw release of the bytes of one, and says what is wrong with it."""

from candour.ocds.problems import Problem
from candour.ocds.read.limits import Limits
from candour.ocds.read.package import Package
from candour.ocds.read.problems import (
    DUPLICATE_KEY,
    LINKED_ONLY,
    MALFORMED,
    NO_DATE,
    NO_OCID,
    NO_RELEASE_ID,
    NOT_UTF8,
    NUMBER_TOO_LARGE,
    TOO_DEEP,
    problem_at,
)
from candour.ocds.read.raw_release import Item, RawRelease
from candour.ocds.read.release_head import Head, MalformedError, TooDeepError, WrongTypeError, read_head
from candour.ocds.read.suspicion import deepest_level, holds_all_numbers, repeated_keys
from candour.ocds.read.wrong_types import head_despite_types

_EVERY = 64


class ReleaseReader:
    """Reads the releases of one text.

    Keys that occur twice are looked for in every one of the first releases, then in every sixty-fourth until there is
    one, since that takes longer than all the rest and a publisher's software either writes them or does not.
    """

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._read = 0
        self._seen_repeated_keys = False

    def read(self, data: bytes, position: str, package: Package, *, suspect: bool) -> list[Item] | None:
        """The release in `data`, after whatever is wrong with it; only problems when it cannot be used.

        None when it is no release but a package, a record or an array. One that is `suspect` has its nesting and
        its numbers examined. Raises MalformedError.
        """
        problems: list[Item] = []
        if not data.isascii():
            data = _as_utf8(data, position, problems)
        try:
            head = read_head(data)
        except WrongTypeError:
            head = head_despite_types(data, position, problems)
        if head.is_container:
            return None
        if not head.ocid:
            return problems or [_without_ocid(head, position)]
        if suspect and (refusal := self._refusal(data, position, head.ocid)):
            return [*problems, refusal]
        self._read += 1
        if self._looks_for_repeated_keys():
            problems += self._repeated_keys(data, position, head.ocid)
        if not head.id:
            problems.append(problem_at(NO_RELEASE_ID, position, path="id", ocid=head.ocid))
        if not head.date:
            problems.append(problem_at(NO_DATE, position, path="date", ocid=head.ocid, release_id=head.id or ""))
        release = RawRelease(head.ocid, head.id or None, head.date or None, head.tag or (), data, position, package)
        problems.append(release)
        return problems

    def _refusal(self, data: bytes, position: str, ocid: str) -> Problem | None:
        if deepest_level(data) > self._limits.depth:
            return self._too_deep(position, ocid)
        if not holds_all_numbers(data):
            return problem_at(NUMBER_TOO_LARGE, position, "more than 1.8e308", ocid=ocid)
        return None

    def refused(self, fault: MalformedError, position: str) -> Problem:
        """The problem that `read` raised for the release at `position`."""
        return (
            self._too_deep(position)
            if isinstance(fault, TooDeepError)
            else problem_at(MALFORMED, position, str(fault))
        )

    def _too_deep(self, position: str, ocid: str = "") -> Problem:
        return problem_at(TOO_DEEP, position, expected=str(self._limits.depth), ocid=ocid)

    def _looks_for_repeated_keys(self) -> bool:
        return self._seen_repeated_keys or self._read <= self._limits.searched or self._read % _EVERY == 0

    def _repeated_keys(self, data: bytes, position: str, ocid: str) -> list[Item]:
        repeated = repeated_keys(data)
        self._seen_repeated_keys |= bool(repeated)
        return [problem_at(DUPLICATE_KEY, position, path=key, ocid=ocid) for key in repeated]


def _without_ocid(head: Head, position: str) -> Problem:
    if head.url:
        return problem_at(LINKED_ONLY, position, "a link", path="releases")
    return problem_at(NO_OCID, position, "none" if head.ocid is None else "an empty text", path="ocid")


def _as_utf8(data: bytes, position: str, problems: list[Item]) -> bytes:
    try:
        data.decode()
    except UnicodeDecodeError:
        pass
    else:
        return data
    try:
        text, encoding = data.decode("cp1252"), "Windows-1252"
    except UnicodeDecodeError:
        text, encoding = data.decode("iso-8859-1"), "ISO-8859-1"
    problems.append(problem_at(NOT_UTF8, position, encoding))
    return text.encode()
