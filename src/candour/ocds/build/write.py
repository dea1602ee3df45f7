"""From a typed release to the JSON that is published, checked on the way."""

from collections.abc import Iterable
from datetime import datetime
from decimal import Decimal
from functools import cache
from typing import Any, TypeVar

import msgspec

from candour.ocds.build.error import BuildError
from candour.ocds.build.members import members
from candour.ocds.build.part import Part
from candour.ocds.build.references import check_references
from candour.ocds.build.release import Release
from candour.ocds.validate import Validator

encode = msgspec.json.Encoder(decimal_format="number").encode
"""JSON with decimals as numbers, digit for digit."""

_decode = msgspec.json.Decoder().decode
_Part = TypeVar("_Part", bound=Part)


def release_bytes(release: Release, earlier: Iterable[Release] = ()) -> bytes:
    """The release as JSON.

    What it refers to must be in it or in the `earlier` releases of its process. Raises BuildError, which names the
    field, for anything that the standard or merging would not take.
    """
    sent = encode(checked(release, f"release {release.id}"))
    content = _decode(sent)
    check_references(content, [_decode(encode(before)) for before in earlier])
    refuse_faults(_validator(), content, f"release {release.id}")
    return sent


def checked(part: _Part, name: str) -> _Part:
    """The part, if every field has what its type asks for, which Python itself does not see to. Raises BuildError."""
    plain = msgspec.to_builtins(part, builtin_types=(Decimal, datetime))
    for where, _, value in members(plain):
        if isinstance(value, Decimal) and not value.is_finite():
            raise BuildError(f"{name}: {where}: expected a number, found {value}")
    try:
        return msgspec.convert(plain, type(part))
    except msgspec.ValidationError as error:
        fault, _, path = str(error).partition(" - at `$")
        where = path.strip(".`")
        raise BuildError(f"{name}: {where}: {fault}" if where else f"{name}: {fault}") from None


def refuse_faults(validator: Validator, content: dict[str, Any], name: str) -> None:
    """Raises BuildError for the first error that the validator finds."""
    if validator.is_valid(content):
        return
    for problem in validator.problems(content):
        if problem.rule.level in ("refused", "error"):
            raise BuildError(f"{name}: {problem.for_publisher()}")


@cache
def _validator() -> Validator:
    return Validator()
