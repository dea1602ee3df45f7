"""What can be used of a release in whose own fields a publisher has put values of a wrong type."""

import msgspec

from candour.ocds.problems import Problem, shorten
from candour.ocds.read.problems import NO_OCID, NOT_A_RELEASE, WRONG_TYPE, problem_at
from candour.ocds.read.raw_release import Item
from candour.ocds.read.release_head import CONTAINER_FIELDS, Head, MalformedError


def head_despite_types(data: bytes, position: str, problems: list[Item]) -> Head:
    """What can be used of a head in which some field has the wrong type; each such field is a problem."""
    try:
        value = msgspec.json.decode(data)
    except (msgspec.DecodeError, RecursionError) as fault:
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
        tag = [t for t in (tag if isinstance(tag, list) else [tag]) if isinstance(t, str)]
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
