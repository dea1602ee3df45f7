"""The release that would let a process report outcomes: all that is known, and a list of what a person has to say."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from typing import Any

import msgspec

from candour.indicators.fit.drafting import Drafting
from candour.indicators.fit.gap import Gap
from candour.indicators.fit.held_contract import HeldContract
from candour.indicators.fit.stated import Stated
from candour.ocds.merge import MergeError, compiled_release
from candour.ocds.validate import Validator
from candour.warehouse.tables.kinds import time_of
from candour.warehouse.tables.process import piece

Json = dict[str, Any]


class Draft(msgspec.Struct, frozen=True, kw_only=True):
    """A release to be filled in, and its gaps in the order in which they stand in it.

    `left_out` says of which contracts it cannot speak, and why.
    """

    release: Json
    gaps: tuple[Gap, ...]
    left_out: tuple[str, ...]


def draft(
    compiled: Json, held: Sequence[HeldContract], facts: Mapping[str, Stated], chosen: Sequence[str], on: date
) -> tuple[Draft | None, str]:
    """The release that asks for the chosen metrics of every contract; or None, and why there is none.

    It holds only what the process has not said; it is valid, and merging it changes nothing that was published. A
    process without contracts has the metrics as targets of its tender.
    """
    making = Drafting(compiled, facts, chosen, on)
    left_out = tuple(f"{contract.path} has no awardID" for contract in held if contract.award_id is None)
    parts = making.tender_part(with_targets=not held)
    parts |= making.contracts_part([contract for contract in held if contract.award_id is not None])
    if not parts.get("contracts") and not piece(parts, "tender").get("targets"):
        return None, "; ".join(left_out) or _nothing_to_ask(compiled, held)
    release = {**_head(compiled, on), "tag": list(_tags(parts, held)), **parts}
    if fault := _fault(compiled, release):
        return None, fault
    return Draft(release=release, gaps=tuple(making.gaps), left_out=left_out), ""


def _nothing_to_ask(compiled: Json, held: Sequence[HeldContract]) -> str:
    if held:
        return "every chosen metric is reported already"
    if piece(compiled, "tender").get("id") is None:
        return "there is no tender section with an id yet, in which something could be promised"
    return "every chosen metric is promised already, and nothing has been awarded"


def _head(compiled: Json, on: date) -> Json:
    ocid, started = compiled["ocid"], compiled.get("initiationType")
    return {
        "ocid": ocid,
        "id": f"{ocid}-outcomes-{on.isoformat()}",
        "date": _after(compiled.get("date"), on).isoformat(),
        "initiationType": started if isinstance(started, str) else "tender",
    }


def _after(last: Any, on: date) -> datetime:
    """Noon of that day, or just after the last release that a date can be read of: merging goes by dates."""
    noon, published = datetime.combine(on, time(12), UTC), time_of(last)
    return max(noon, published.replace(tzinfo=UTC) + timedelta(seconds=1)) if published else noon


def _tags(parts: Json, held: Sequence[HeldContract]) -> Iterator[str]:
    if "tender" in parts:
        yield "tenderUpdate"
    if "contracts" in parts:
        yield "contractUpdate" if all(contract.has_section for contract in held) else "contract"
        yield "implementationUpdate" if all(contract.has_implementation for contract in held) else "implementation"


def _fault(compiled: Json, release: Json) -> str:
    """What in the process itself keeps anything from being added to it; empty where nothing does."""
    for problem in _validator().problems(release):
        if problem.rule.level in ("refused", "error"):
            return f"the process has an id that no release may have: {problem.for_publisher()}"
    try:
        compiled_release([{**compiled, "tag": ["compiled"]}, release])
    except MergeError as error:
        return f"nothing can be merged into the process: {error}"
    return ""


@cache
def _validator() -> Validator:
    return Validator()
