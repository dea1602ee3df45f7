"""One release as its publisher sent it, with just enough read from it to file it under its process."""

import msgspec

from candour.ocds.package import Package
from candour.ocds.problems import Problem, shorten
from candour.ocds.read_problems import (
    LINKED_ONLY,
    NO_DATE,
    NO_OCID,
    NO_RELEASE_ID,
    NOT_A_RELEASE,
    NOT_UTF8,
    TOO_DEEP,
    WRONG_TYPE,
    problem_at,
)
from candour.ocds.release_head import CONTAINER_FIELDS, Head, MalformedError, TooDeepError, WrongTypeError, read_head


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


def read_release(data: bytes, position: str, package: Package) -> list[Item] | None:
    """The release in `data`, after whatever is wrong with it; only problems when it cannot be used.

    None when it is no release but a package, a record or an array. Raises MalformedError.
    """
    problems: list[Item] = []
    if not data.isascii():
        data = _as_utf8(data, position, problems)
    try:
        head = read_head(data)
    except WrongTypeError:
        head = _head_despite_types(data, position, problems)
    except TooDeepError:
        return [*problems, problem_at(TOO_DEEP, position)]
    if head.is_container:
        return None
    return _filed(head, data, position, package, problems)


def _filed(head: Head, data: bytes, position: str, package: Package, problems: list[Item]) -> list[Item]:
    ocid = head.ocid
    if not ocid:
        return problems or [_without_ocid(head, position)]
    if not head.id:
        problems.append(problem_at(NO_RELEASE_ID, position, path="id", ocid=ocid))
    if not head.date:
        problems.append(problem_at(NO_DATE, position, path="date", ocid=ocid, release_id=head.id or ""))
    problems.append(RawRelease(ocid, head.id or None, head.date or None, head.tag or (), data, position, package))
    return problems


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


def _head_despite_types(data: bytes, position: str, problems: list[Item]) -> Head:
    """What can be used of a head in which some field has the wrong type; each such field is a problem."""
    try:
        value = msgspec.json.decode(data)
    except ValueError as fault:
        raise MalformedError(str(fault)) from None
    if isinstance(value, list):
        return Head(releases=msgspec.Raw(b"null"))
    if not isinstance(value, dict):
        problems.append(problem_at(NOT_A_RELEASE, position, shorten(value)))
        return Head()
    if value.keys() & CONTAINER_FIELDS:
        return Head(releases=msgspec.Raw(b"null"))
    ocid = value.get("ocid")
    if not isinstance(ocid, str):
        problems.append(problem_at(NO_OCID, position, "none" if ocid is None else shorten(ocid)))
        return Head()
    tag = value.get("tag")
    if tag is not None and not (isinstance(tag, list) and all(isinstance(t, str) for t in tag)):
        problems.append(_wrong_type("tag", "a list of texts", tag, ocid, position))
        tag = (
            [tag] if isinstance(tag, str) else [t for t in tag if isinstance(t, str)] if isinstance(tag, list) else []
        )
    return Head(
        ocid=ocid,
        id=_text_despite_type("id", value, ocid, position, problems),
        date=_text_despite_type("date", value, ocid, position, problems),
        tag=tuple(tag or ()),
    )


def _text_despite_type(
    field: str, release: dict[str, object], ocid: str, position: str, problems: list[Item]
) -> str | None:
    """The text in `field`; a whole number is written out, since publishers do number their releases."""
    value = release.get(field)
    if value is None or isinstance(value, str):
        return value
    problems.append(_wrong_type(field, "a text", value, ocid, position))
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else None


def _wrong_type(field: str, expected: str, found: object, ocid: str, position: str) -> Problem:
    return problem_at(WRONG_TYPE, position, shorten(found), expected, path=field, ocid=ocid)
