"""What a person decided of two processes, as a receipt of the archive holds it."""

import re
from datetime import date
from typing import Literal

import msgspec

from candour.care.procurement import Decision
from candour.errors import CandourError

SOURCE = "link-decisions"
"""The source of these receipts. They are no OCDS data and never read as such."""
MEDIA_TYPE = "application/json"
_OCID = re.compile(r"\S+")


class LinkDecisionError(CandourError):
    """A decision that says too little or is in another format; the message says what is expected."""


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The format candour-link-decision/1, described in docs/reference/archive-format.md."""

    format: Literal["candour-link-decision/1"]
    a: str
    b: str
    same: bool
    by: str
    reason: str
    when: date


def to_bytes(decision: Decision) -> bytes:
    """The decision as a file. Raises LinkDecisionError for one that says too little."""
    _refuse_unclear(decision)
    fields = {"format": "candour-link-decision/1", **msgspec.to_builtins(decision)}
    return msgspec.json.format(msgspec.json.encode(fields), indent=2) + b"\n"


def from_bytes(content: bytes) -> Decision:
    """The decision in a file. Raises LinkDecisionError where it is none."""
    try:
        sent = msgspec.json.decode(content, type=_File)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise LinkDecisionError(f"it is not in the format candour-link-decision/1: {error}") from error
    decision = Decision(sent.a, sent.b, sent.same, sent.by, sent.reason, sent.when)
    _refuse_unclear(decision)
    return decision


def _refuse_unclear(decision: Decision) -> None:
    if not (_OCID.fullmatch(decision.a) and _OCID.fullmatch(decision.b)) or decision.a == decision.b:
        raise LinkDecisionError("a decision is about two processes: give two different ocids")
    if not decision.by.strip() or not decision.reason.strip():
        raise LinkDecisionError("a decision needs a reason and the name of who makes it; say both")
