"""What the documentation of the Open Contracting Partnership's Cardinal (0.0.6 and later) says, read plainly.

Each function takes a compiled release in one currency, and gives the value that Cardinal gives the process, or None
where it gives none. https://cardinal.readthedocs.io/en/latest/cli/indicators/
"""

from datetime import datetime, timedelta
from typing import Any

Release = dict[str, Any]


def r003(release: Release) -> float | None:
    """Short submission period: less than fifteen whole days."""
    period = release.get("tender", {}).get("tenderPeriod", {})
    if not {"startDate", "endDate"} <= period.keys():
        return None
    start, end = (datetime.fromisoformat(period[name]) for name in ("startDate", "endDate"))
    return 1.0 if (end - start) // timedelta(days=1) < 15 else None


def difference(release: Release) -> float | None:
    """The difference of R024 and R058, which flag what is unusual of it in a file."""
    if not _all_final(release):
        return None
    active = _active(release)
    if len(active) != 1 or len(active[0].get("suppliers", [])) != 1:
        return None
    (winner,) = _ids(active[0], "suppliers")
    alone = [bid for bid in _bids(release) if bid.get("status") == "valid" and len(bid.get("tenderers", [])) == 1]
    amounts = [(_ids(bid, "tenderers") == {winner}, bid["value"]["amount"]) for bid in alone if "value" in bid]
    winning = min((amount for won, amount in amounts if won), default=None)
    second = min((amount for won, amount in amounts if not won), default=None)
    if winning is None or second is None or second < winning:
        return None
    return float((second - winning) / winning)


def r028(release: Release) -> float | None:
    """Identical bid prices: different tenderers submitted bids with the same price."""
    priced = [bid for bid in _submitted(release) if "value" in bid and bid.get("tenderers")]
    for bid in priced:
        for other in priced:
            if _price(bid) == _price(other) and _ids(bid, "tenderers") != _ids(other, "tenderers"):
                return 1.0
    return None


def r030(release: Release) -> float | None:
    """Late bid won: a valid bid of a supplier of an active award came after the deadline."""
    deadline = release.get("tender", {}).get("tenderPeriod", {}).get("endDate")
    suppliers = set().union(*(_ids(award, "suppliers") for award in _active(release)))
    for bid in _bids(release):
        late = deadline and "date" in bid and bid["date"] > deadline
        if late and bid.get("status") == "valid" and _ids(bid, "tenderers") & suppliers:
            return 1.0
    return None


def r035(release: Release) -> float | None:
    """All except winning bid disqualified: the number of tenderers who were."""
    if not _all_final(release):
        return None
    of = {status: _tenderers(release, status) for status in ("valid", "disqualified")}
    suppliers = set().union(*(_ids(award, "suppliers") for award in _active(release)))
    others = of["disqualified"] - of["valid"]
    return float(len(others)) if len(of["valid"]) == 1 and of["valid"] == suppliers and others else None


def r036(release: Release) -> float | None:
    """Lowest bid disqualified, where an award is active and a valid bid has a price."""
    priced = [bid for bid in _submitted(release) if "value" in bid]
    if not _active(release) or not any(bid["status"] == "valid" for bid in priced):
        return None
    return 1.0 if min(priced, key=lambda bid: bid["value"]["amount"])["status"] == "disqualified" else None


def r038(release: Release) -> tuple[int, int]:
    """Disqualified and submitted bids: their ratio over all processes of a buyer is what R038 looks at."""
    submitted = _submitted(release)
    return sum(bid["status"] == "disqualified" for bid in submitted), len(submitted)


FLAGS = {"R003": r003, "R028": r028, "R030": r030, "R035": r035, "R036": r036}


def is_left_out(release: Release) -> bool:
    """Cardinal reads no process whose tender was cancelled."""
    return bool(release.get("tender", {}).get("status") == "cancelled")


def _bids(release: Release) -> list[Release]:
    found: list[Release] = release.get("bids", {}).get("details", [])
    return found


def _submitted(release: Release) -> list[Release]:
    return [bid for bid in _bids(release) if bid.get("status") not in (None, "invited", "withdrawn")]


def _tenderers(release: Release, status: str) -> set[str]:
    return set().union(*(_ids(bid, "tenderers") for bid in _bids(release) if bid.get("status") == status))


def _active(release: Release) -> list[Release]:
    return [award for award in release.get("awards", []) if award.get("status") == "active"]


def _all_final(release: Release) -> bool:
    final = ("active", "cancelled", "unsuccessful", None)
    return "awards" in release and all(award.get("status") in final for award in release["awards"])


def _ids(holder: Release, name: str) -> set[str]:
    return {one["id"] for one in holder.get(name, [])}


def _price(bid: Release) -> tuple[float, str]:
    return bid["value"]["amount"], bid["value"]["currency"]
