"""Small immutable JSON files whose name proves their content.

A record's id is the moment it was written and the first 16 hexadecimal digits of the SHA-256 of its file, so that ids
sort by time and a changed byte shows without any other file.
"""

import hashlib
import re
from datetime import datetime
from typing import Any

import msgspec

from candour.archive.errors import ArchiveError, DamagedError

_ID = re.compile(r"\d{8}T\d{12}Z-[0-9a-f]{16}")
_DIGITS = 16
REMEDY = "restore it from a copy of the archive, or move it elsewhere to go on without it"


def moment(time: datetime) -> str:
    """A time as records write it: UTC, ISO 8601, microseconds."""
    return time.strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def is_id(text: str) -> bool:
    return _ID.fullmatch(text) is not None


def check_id(text: str, what: str) -> str:
    """Raises ArchiveError for a text that cannot be an id (and so cannot lead out of the archive's folder)."""
    if not is_id(text):
        raise ArchiveError(f"{text!r} is no {what} id; one looks like 20261121T180501123456Z-0123456789abcdef")
    return text


def encode(form: str, fields: dict[str, Any]) -> bytes:
    """The file of a record; absent fields are left out."""
    present = {name: value for name, value in fields.items() if value is not None}
    return msgspec.json.format(msgspec.json.encode({"format": form, **present}), indent=2) + b"\n"


def id_of(content: bytes, time: datetime) -> str:
    return f"{time.strftime('%Y%m%dT%H%M%S%fZ')}-{hashlib.sha256(content).hexdigest()[:_DIGITS]}"


def matches(content: bytes, record_id: str) -> bool:
    """Whether these are the bytes that the id was made from."""
    return hashlib.sha256(content).hexdigest()[:_DIGITS] == record_id.rpartition("-")[2]


def decode(content: bytes, record_id: str, *, form: str, file: str) -> dict[str, Any]:
    """The fields of a record's file.

    Raises:
        DamagedError: the bytes are not those that were written, or no JSON object.
        ArchiveError: the file is of another format, perhaps a later one.
    """
    try:
        fields = msgspec.json.decode(content)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise DamagedError(f"{file} is no valid JSON ({error}); {REMEDY}") from error
    if not matches(content, record_id):
        raise DamagedError(f"{file} is not as it was written (its SHA-256 does not begin as its name ends); {REMEDY}")
    found = fields.get("format") if isinstance(fields, dict) else None
    if found != form:
        raise ArchiveError(f"{file} has the format {found!r}, and this version reads {form!r}; use a newer Candour")
    return {**fields, "id": record_id}
