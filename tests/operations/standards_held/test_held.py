from datetime import date
from pathlib import Path
from typing import Any

import orjson
import pytest

from candour.archive import Archive
from candour.errors import CandourError
from candour.operations.build import build_warehouse
from candour.operations.home import Home
from candour.operations.standards_held.evidence import HeldLine
from candour.operations.standards_held.process import hold_process

DAY = date(2026, 6, 1)
TENDER, CONTRACT, NOWHERE = "ocds-f1ct10-tender", "ocds-f1ct10-contract", "ocds-f1ct10-nowhere"
LOCAL = """\
council: E06000001
name: Hartlepool (the additions are fictional)
nation: england
effective: 2025-04-01
raises:
  - {standard: visit-length, version: 1, floor: 45, justification: people asked, review_date: 2030-04-01}
adds:
  - id: falls
    title: Hardly any falls
    applies_to: [contract]
    direction: at most
    floor: 2
    unit: per 1,000 days
    measured: {by: metric, metric: falls}
    justification: people asked
    review_date: 2030-04-01
"""


def metric(name: str, measure: Any = None, unit: str | None = "share", **more: Any) -> dict[str, Any]:
    period = {"startDate": "2025-04-01T00:00:00Z", "endDate": "2025-06-30T00:00:00Z"}
    value = {} if measure is None else {"measure": measure, "unit": {"name": unit} if unit else {}}
    return {"id": name, "title": name, "observations": [{"id": "1", "period": period, **value, **more}]}


def release(ocid: str, **fields: Any) -> dict[str, Any]:
    buyer = {"id": "GB-LAE-HPL", "name": "Hartlepool Borough Council"}
    return {
        "ocid": ocid,
        "id": f"{ocid}-1",
        "date": "2025-07-01T00:00:00Z",
        "tag": ["tender"],
        "initiationType": "tender",
        "buyer": buyer,
        "parties": [{**buyer, "roles": ["buyer"]}],
        **fields,
    }


STATED = [
    {"id": "missed-visits", "title": "Missed visits", "floor": 0.05, "unit": "share", "direction": "atMost"},
    {"id": "ours", "raises": "supervision", "floor": 0.9, "unit": "share", "direction": "atLeast"},
    {"id": "safeguarding-terms", "title": "Who is told"},
    {"id": "wait-for-care", "floor": 2, "unit": "weeks"},
    {"id": "fictional-tea", "title": "Tea is offered"},
]
REPORTED = [
    metric("missed-visits", 0.005),
    metric("supervision", 70, "percent"),
    metric("care-plan-reviewed", state="suppressed", stateReason="fewer than 8 people"),
    metric("wait-for-care", 9, None),
    metric("falls", 3, "per 1,000 days"),
]
RATES = [
    {"id": "short", "title": "Short visit", "unit": "visit", "visitMinutes": 20, "travelTime": "notPaid"},
    {"id": "long", "unit": "visit", "visitMinutes": 40, "travelTime": "paidSeparately"},
]
RELEASES = [
    release(
        TENDER,
        tender={
            "id": "t",
            "title": "Home care",
            "targets": [metric("missed-visits", 0.03), metric("supervision", 0.8)],
            "evaluationPanel": [{"id": "1", "role": "commissioner"}, {"id": "2", "role": "unpaidCarer"}],
        },
        participation=[{"id": "1", "stage": "coDesign", "participants": [{"id": "1", "role": "commissioner"}]}],
    ),
    release(
        CONTRACT,
        tender={"id": "t", "title": "Home care", "minimumStandards": STATED},
        awards=[{"id": "a", "status": "active"}],
        contracts=[{"id": "c", "awardID": "a", "rates": RATES, "implementation": {"metrics": REPORTED}}],
    ),
    release(NOWHERE, buyer={"name": "Somebody"}, parties=[], tender={"id": "t"}),
]


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Home:
    folder = tmp_path_factory.mktemp("held")
    home = Home(folder / "candour-data")
    archive = Archive.at(home.archive)
    archive.add(b"\n".join(map(orjson.dumps, RELEASES)), source="test", publisher="Made up", name="made.jsonl")
    build_warehouse(home, workers=1)
    return home


def lines(home: Home, ocid: str, **more: Any) -> dict[str, HeldLine]:
    (contract,) = hold_process(home, ocid, DAY, **more).contracts
    return {line.standard.id: line for line in contract.lines}


def test_a_tender_is_held_by_what_it_promises_and_who_took_part(home: Home) -> None:
    found = lines(home, TENDER)
    assert found["missed-visits"].standing == "stated weaker than the floor"
    assert found["supervision"].standing == "said to be so"
    assert found["lived-experience-on-panel"].standing == "kept"
    assert found["part-in-design"].standing == "below the floor"
    assert (found["sick-pay"].standing, found["sick-pay"].evidence) == ("no data", ())
    assert "wait-for-care" not in found


def test_what_asks_a_question_comes_first_and_all_is_shown(home: Home) -> None:
    found = lines(home, CONTRACT)
    missed = found["missed-visits"]
    assert missed.standing == "stated weaker than the floor"
    assert [one.standing for one in missed.evidence] == ["stated weaker than the floor", "kept"]
    supervision = found["supervision"]
    assert (supervision.standing, float(supervision.evidence[0].value or 0)) == ("below the floor", 0.7)
    assert supervision.evidence[0].end == date(2025, 6, 30)
    assert supervision.evidence[0].source is not None
    assert supervision.evidence[0].source.publisher == "Made up"
    assert [one.standing for one in supervision.evidence] == ["below the floor", "said to be so"]
    assert found["safeguarding-terms"].standing == "said to be so"
    assert [one.title for one in hold_process(home, CONTRACT, DAY).contracts[0].others] == ["Tea is offered"]


def test_rates_say_how_long_visits_are_and_whether_travel_is_paid(home: Home) -> None:
    found = lines(home, CONTRACT)
    assert [(one.standing, one.value) for one in found["visit-length"].evidence] == [
        ("below the floor", 20),
        ("kept", 40),
    ]
    assert [one.standing for one in found["travel-time-paid"].evidence] == ["below the floor", "said to be so"]


def test_what_cannot_be_held_against_a_floor_is_no_data_and_says_why(home: Home) -> None:
    found = lines(home, CONTRACT)
    reviewed = found["plan-reviewed-yearly"]
    assert (reviewed.standing, reviewed.evidence[0].state) == ("no data", "suppressed")
    assert reviewed.because == "fewer than 8 people"
    waits = [one.because for one in found["wait-for-care"].evidence]
    assert found["wait-for-care"].standing == "no data"
    assert any("in a unit that is not said, expected days" in because for because in waits)
    assert any("weeks" in because for because in waits)
    assert found["metrics-published"].standing == "below the floor"


def test_a_places_own_floors_count_where_its_file_is_given(home: Home, tmp_path: Path) -> None:
    file = tmp_path / "hartlepool.yaml"
    file.write_text(LOCAL)
    found = lines(home, CONTRACT, local=file)
    assert [one.standing for one in found["visit-length"].evidence] == ["below the floor"] * 2
    assert found["falls"].standing == "below the floor"
    file.write_text(LOCAL.replace("floor: 45", "floor: 15"))
    refused = hold_process(home, CONTRACT, DAY, local=file)
    assert "weaker than the national" in refused.faults[0]
    assert "falls" not in {line.standard.id for line in refused.contracts[0].lines}
    file.write_text(LOCAL.replace("E06000001", "E06000002"))
    with pytest.raises(CandourError, match="it is of E06000002; expected E06000001"):
        hold_process(home, CONTRACT, DAY, local=file)


def test_the_nation_is_the_buyers_or_is_asked_for(home: Home) -> None:
    assert hold_process(home, TENDER, DAY).nation == "england"
    with pytest.raises(CandourError, match="say it with --nation"):
        hold_process(home, NOWHERE, DAY)
    found = hold_process(home, NOWHERE, DAY, nation="wales")
    assert "real-living-wage" in {line.standard.id for line in found.contracts[0].lines}
