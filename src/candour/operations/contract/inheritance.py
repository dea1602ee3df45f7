"""What of a contract's promises its successor takes on: the same metric in the same version, and the last value."""

from collections.abc import Sequence
from typing import Literal

import msgspec

from candour.operations.contract.observed import Observed
from candour.operations.contract.outcomes import Outcome

Fate = Literal["carried over", "carried over with another target", "cannot be compared", "dropped", "new"]
FATES: tuple[Fate, ...] = (
    "dropped",
    "cannot be compared",
    "carried over with another target",
    "carried over",
    "new",
)


class Inherited(msgspec.Struct, frozen=True, kw_only=True):
    """A metric of the earlier contract in the later one. `baseline` is the last value that the earlier reported.

    Only metrics, targets and values over everybody are passed on: nothing of any person.
    """

    metric: str
    title: str
    fate: Fate
    because: str
    earlier: Observed | None
    later: Observed | None
    baseline: Observed | None


def inherited(earlier: Sequence[Outcome], later: Sequence[Outcome]) -> tuple[Inherited, ...]:
    """Every metric that one of the two contracts promised, what was dropped first."""
    before = {one.metric: one for one in earlier if one.promise}
    after = {one.metric: one for one in later if one.promise}
    found = [_line(before.get(metric), after.get(metric)) for metric in dict.fromkeys((*before, *after))]
    return tuple(sorted(found, key=lambda one: FATES.index(one.fate)))


def _line(before: Outcome | None, after: Outcome | None) -> Inherited:
    one = before or after
    assert one is not None, "only metrics of one of the two are asked for"
    earlier, later = before.promise if before else None, after.promise if after else None
    fate, because = _fate(earlier, later)
    return Inherited(
        metric=one.metric,
        title=one.title,
        fate=fate,
        because=because,
        earlier=earlier,
        later=later,
        baseline=before.latest if before else None,
    )


def _fate(earlier: Observed | None, later: Observed | None) -> tuple[Fate, str]:
    if earlier is None:
        return "new", "the earlier contract did not promise it"
    if later is None:
        return "dropped", "the later contract does not promise it"
    if earlier.version != later.version:
        return "cannot be compared", f"version {_said(earlier.version)} before, version {_said(later.version)} after"
    if earlier.unit != later.unit:
        return "cannot be compared", f"in {_said(earlier.unit)} before, in {_said(later.unit)} after"
    if earlier.value != later.value:
        return "carried over with another target", "same metric and version"
    return "carried over", "same metric, version and target"


def _said(what: object) -> str:
    return "that is not stated" if what is None else str(what)
