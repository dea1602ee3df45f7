"""Fictional pairs of processes of two portals, labelled: the same procurement, or not.

Each purchase is published on one portal as `purchases.csv` says. `SAME` says how the other portal's notice of it may
differ; `OTHER` how another purchase may look like it. Which notices are alike in these ways was seen in real notices;
every name, title and number here is made up.
"""

import csv
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from candour.care.procurement import Process
from candour.care.procurement_process import process_of

_FILE = Path(__file__).parent / "purchases.csv"
PURCHASES = list(csv.DictReader(_FILE.read_text(encoding="utf-8").splitlines()))

SAME: dict[str, dict[str, Any]] = {
    "as it is": {},
    "a day later": {"days": 1},
    "an award notice of later": {"add": " - AWARD", "days": 120, "open": -120},
    "a reference before the title": {"before": "PROC-204417 - "},
    "words that say nothing": {"before": "Contract for the Provision of "},
    "the council's name before it": {"council_before": True},
    "in capitals": {"upper": True},
    "a slip of the pen": {"slip": True},
    "without closing date": {"open": None, "days": 2},
    "with value added tax": {"times": 1.2},
    "without value": {"times": None},
    "a longer title": {"add": " (Fictional Programme)"},
}
OTHER: dict[str, dict[str, Any]] = {
    "the same service a year later": {"days": 365},
    "the same service two years later, for as much": {"days": 731},
    "tendered again after five months": {"days": 150},
    "another council's, the same day": {"council": "Neighbouring Borough Council"},
    "a lot of it": {"add": " - Lot 2", "times": 0.25},
    "another part of the area": {"add": " (North)", "times": 0.5},
    "for another group": {"add": " for Young People", "drop": True, "times": 0.6},
    "a purchase for it": {"add": " Case Management Software", "code": "48000000", "times": 0.05},
    "an evaluation of it": {"add": " Evaluation Partner", "code": "79000000", "times": 0.02, "days": 40},
    "another service that closes the same day": {"title": "Library Management Cleaning"},
}


def labelled() -> list[tuple[Process, Process, bool, str]]:
    """Every pair, with whether it is the same procurement and in which way it differs."""
    pairs = []
    for number, purchase in enumerate(PURCHASES):
        one = _process(f"ocds-h6vhtk-0{number:05x}", purchase, {})
        for same, ways in ((True, SAME), (False, OTHER)):
            for way, (name, changes) in enumerate(ways.items()):
                ocid = f"ocds-b5fd17-{number:04d}{int(same)}{way:03d}"
                pairs.append((one, _process(ocid, purchase, changes), same, f"{purchase['title']}: {name}"))
    for same, one, other in _BY_HAND:
        pairs.append((process_of(one), process_of(other), same, f"{one['tender']['title']}: by hand"))
    return pairs


def _process(ocid: str, purchase: dict[str, str], changes: dict[str, Any]) -> Process:
    return process_of(_release(ocid, purchase, changes))


def _release(ocid: str, purchase: dict[str, str], changes: dict[str, Any]) -> dict[str, Any]:
    council = changes.get("council", purchase["council"])
    day = date.fromisoformat(purchase["published"]) + timedelta(days=changes.get("days", 0))
    title = changes.get("title", purchase["title"])
    if changes.get("drop"):
        title = " ".join(title.split()[:-1])
    title = changes.get("before", "") + title + changes.get("add", "")
    if changes.get("council_before"):
        title = f"{council}: {title}"
    if changes.get("slip"):
        middle = len(title) // 2
        title = title[:middle] + title[middle + 1 :]
    title = title.upper() if changes.get("upper") else title
    tender: dict[str, Any] = {
        "title": title,
        "classification": {"id": changes.get("code", purchase["code"])},
        "id": ocid,
    }
    if "open" not in changes or changes["open"] is not None:
        open_for = timedelta(days=int(purchase["open_for_days"]) + changes.get("open", 0))
        tender["tenderPeriod"] = {"endDate": f"{day + open_for}T12:00:00Z"}
    times = changes.get("times", 1)
    if purchase["value"] and times:
        tender["value"] = {"amount": int(purchase["value"]) * times, "currency": "GBP"}
    same_file = not {"council", "title", "code"} & set(changes) and not changes.get("drop") and "days" not in changes
    if purchase["reference"] and same_file:
        tender["id"] = purchase["reference"] + (f"/{ocid[5:7]}" if "add" in changes else "")
    return {"ocid": ocid, "date": f"{day}T09:00:00Z", "buyer": {"name": council}, "tender": tender}


def _notice(
    ocid: str, title: str, day: str, closes: str, council: str = "Imaginary City Council", **more: Any
) -> dict[str, Any]:
    tender = {"title": title, "id": ocid, "tenderPeriod": {"endDate": closes}, **more.pop("tender", {})}
    return {"ocid": ocid, "date": day, "buyer": {"name": council}, "tender": tender, **more}


_URL = "https://www.find-tender.service.gov.uk/Notice/"
_BY_HAND: list[tuple[bool, dict[str, Any], dict[str, Any]]] = [
    (
        True,
        _notice("ocds-h6vhtk-0a0001", "Reablement and Home First", "2031-01-05", "2031-02-20",
                documents=[{"url": f"{_URL}001234-2031"}]),
        _notice("ocds-b5fd17-9001", "Home First reablement offer", "2031-03-30", "2031-02-20",
                tender={"description": f"See {_URL}001234-2031 for the notice."}),
    ),
    (
        True,
        _notice("ocds-h6vhtk-0a0002", "Dementia Day Care", "2031-01-05", "2031-02-20"),
        _notice("ocds-b5fd17-9002", "Day Care (Dementia) ICC-2031", "2031-01-06", "2031-02-20"),
    ),
    (
        True,
        _notice("ocds-h6vhtk-0a0003", "Adult Care Homes DPS", "2031-01-05", "2031-02-20", tender={"id": "DN700111"}),
        _notice("ocds-b5fd17-9003", "Adults' Care Homes DPS", "2031-04-09", "2031-02-21",
                tender={"id": "IMAG001-DN700111-22"}),
    ),
    (
        False,
        _notice("ocds-h6vhtk-0a0004", "Home Care Lot 1", "2031-01-05", "2031-02-20"),
        _notice("ocds-b5fd17-9004", "Home Care Lot 2", "2031-01-05", "2031-02-20"),
    ),
    (
        False,
        _notice("ocds-h6vhtk-0a0005", "Home Care North Zone", "2031-01-05", "2031-02-20"),
        _notice("ocds-b5fd17-9005", "Home Care South Zone", "2031-01-05", "2031-02-20"),
    ),
    (
        False,
        _notice("ocds-h6vhtk-0a0006", "Winter Beds 2031", "2031-01-05", "2031-02-20"),
        _notice("ocds-b5fd17-9006", "Winter Beds 2032", "2031-01-05", "2031-02-20"),
    ),
    (
        False,
        _notice("ocds-h6vhtk-0a0007", "Domestic Abuse Support - Adults", "2031-01-05", "2031-02-20"),
        _notice("ocds-b5fd17-9007", "Domestic Abuse Support - Children", "2031-01-05", "2031-02-20"),
    ),
    (
        False,
        _notice("ocds-h6vhtk-0a0008", "Care Home Placements Framework", "2031-01-05", "2031-02-20"),
        _notice("ocds-b5fd17-9008", "Care Home Placements Framework", "2031-02-05", "2031-03-01",
                relatedProcesses=[{"relationship": ["framework"], "identifier": "ocds-h6vhtk-0a0008"}]),
    ),
    (
        False,
        _notice("ocds-h6vhtk-0a0009", "Supported Living Phase 1", "2031-01-05", "2031-02-20"),
        _notice("ocds-b5fd17-9009", "Supported Living Phase II", "2031-01-05", "2031-02-20"),
    ),
]  # fmt: skip
