"""How long a promise has been waiting for its first report, or for the next one."""

from datetime import date, timedelta

import msgspec

from candour.care.days import in_words
from candour.operations.contract.observed import Observed
from candour.operations.contract.received import Row
from candour.operations.day import uk_day

_A_YEAR = 366
_DAYS = {"28 days": 28, "quarter": 92, "twelve months": _A_YEAR}
_ENDED_BEFORE_IT_BEGAN = frozenset({"cancelled", "pending"})


class Overdue(msgspec.Struct, frozen=True, kw_only=True):
    """When a report was due, and how many days ago that was; `days` is None where it is not due, or not known.

    `basis` says by what, or why it cannot be said.
    """

    due: date | None
    days: int | None
    basis: str


def overdue(promise: Observed, period: str | None, contract: Row | None, day: date) -> Overdue:
    """How late a first report is on a day.

    Due at the end of the promise's own period; where it states none, one period of the metric (`period`, in the
    library's words) after the contract began, and a year after where the library does not know the metric.
    """
    if contract is None:
        return Overdue(due=None, days=None, basis="no contract has been published, so nothing has begun")
    if contract["status"] in _ENDED_BEFORE_IT_BEGAN:
        return Overdue(due=None, days=None, basis=f"the contract is {contract['status']}")
    due, basis = _due(promise, period, contract)
    if due is None:
        return Overdue(due=None, days=None, basis=basis)
    late = (day - due).days
    return Overdue(due=due, days=late if late > 0 else None, basis=basis)


def silence(promise: Observed, latest: Observed, period: str | None, contract: Row, day: date) -> Overdue | None:
    """How late the next report is, where the last one is not of the end; None where none is due.

    Due one more period of the metric after the last one ended, as long as promise and contract hold till then.
    """
    if latest.end is None or contract["status"] in _ENDED_BEFORE_IT_BEGAN:
        return None
    due = latest.end + timedelta(days=_DAYS[period] if period else _A_YEAR)
    ends = (promise.end, uk_day(contract["ended"] or contract["contract_end"]))
    if any(end is not None and end < due for end in ends) or day <= due:
        return None
    basis = f"nothing was reported for the time after {in_words(latest.end)}"
    return Overdue(due=due, days=(day - due).days, basis=basis)


def _due(promise: Observed, period: str | None, contract: Row) -> tuple[date | None, str]:
    if promise.end is not None:
        return promise.end, "the period of the promise ended then"
    began = uk_day(contract["contract_start"] or contract["date_signed"])
    if began is None:
        return None, "not computable, because neither the promise nor the contract says when it begins"
    since = f"after the contract began on {in_words(began)}"
    if period is None:
        return began + timedelta(days=_A_YEAR), f"a year {since}; no period is stated"
    return began + timedelta(days=_DAYS[period]), f"one period ({period}) {since}"
