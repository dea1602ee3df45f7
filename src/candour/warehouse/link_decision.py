"""What a person decided of a link, as a receipt of the archive holds it."""

import re
from datetime import date

import msgspec

from candour.care.link_decision import LinkDecision
from candour.care.link_end import End
from candour.errors import CandourError

SOURCE = "link-decisions"
"""The source of these receipts. They are no OCDS data and never read as such."""
MEDIA_TYPE = "application/json"
_KEY = re.compile(r"\S.*\S|\S")
_OCID = re.compile(r"\S+")


class LinkDecisionError(CandourError):
    """A decision that says too little or is in another format; the message says what is expected."""


class _First(
    msgspec.Struct, frozen=True, forbid_unknown_fields=True, tag_field="format", tag="candour-link-decision/1"
):
    """The first format: `a` and `b` are ocids. It is read, and no longer written."""

    a: str
    b: str
    same: bool
    by: str
    reason: str
    when: date


class _Second(
    msgspec.Struct, frozen=True, forbid_unknown_fields=True, tag_field="format", tag="candour-link-decision/2"
):
    """The format described in docs/reference/archive-format.md: `a` and `b` are ends of any kind."""

    a: End
    b: End
    same: bool
    by: str
    reason: str
    when: date


def to_bytes(decision: LinkDecision) -> bytes:
    """The decision as a file. Raises LinkDecisionError for one that says too little."""
    _refuse_unclear(decision)
    fields = {"format": "candour-link-decision/2", **msgspec.to_builtins(decision)}
    return msgspec.json.format(msgspec.json.encode(fields), indent=2) + b"\n"


def from_bytes(content: bytes) -> LinkDecision:
    """The decision in a file of either format. Raises LinkDecisionError where it is none."""
    try:
        sent = msgspec.json.decode(content, type=_First | _Second)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise LinkDecisionError(f"it is not in the format candour-link-decision/1 or /2: {error}") from error
    if isinstance(sent, _First):
        a, b = End("process", sent.a), End("process", sent.b)
    else:
        a, b = sent.a, sent.b
    decision = LinkDecision(a, b, sent.same, sent.by, sent.reason, sent.when)
    _refuse_unclear(decision)
    return decision


def _refuse_unclear(decision: LinkDecision) -> None:
    a, b = decision.a, decision.b
    if a == b:
        raise LinkDecisionError("a decision is about two different things: give two different ocids or keys")
    if (a.kind == "process") != (b.kind == "process"):
        raise LinkDecisionError(f"a process is never an organisation: {a} and {b}; give two of one sort")
    shape = _OCID if decision.on_processes else _KEY
    if not (shape.fullmatch(a.key) and shape.fullmatch(b.key)):
        raise LinkDecisionError("a decision is about two ends: give both their ocids or keys")
    if not decision.by.strip() or not decision.reason.strip():
        raise LinkDecisionError("a decision needs a reason and the name of who makes it; say both")
