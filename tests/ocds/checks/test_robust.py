"""Whatever the types, the checks give a verdict and never raise."""

import copy
from typing import Any

import orjson
from hypothesis import given, settings
from hypothesis import strategies as st

from candour.ocds.checks import CHECKS, check_process

NAMES = [
    "ocid",
    "id",
    "date",
    "tag",
    "parties",
    "buyer",
    "tender",
    "awards",
    "contracts",
    "bids",
    "planning",
    "lots",
    "items",
    "documents",
    "milestones",
    "details",
    "statistics",
    "suppliers",
    "tenderers",
    "procuringEntity",
    "roles",
    "identifier",
    "scheme",
    "value",
    "amount",
    "currency",
    "unit",
    "quantity",
    "tenderPeriod",
    "contractPeriod",
    "period",
    "startDate",
    "endDate",
    "dateSigned",
    "awardID",
    "status",
    "relatedLot",
    "relatedLots",
    "relatedBid",
    "relatedBids",
    "targets",
    "agreedMetrics",
    "implementation",
    "metrics",
    "observations",
    "state",
    "measure",
    "numerator",
    "respondents",
    "invited",
    "rates",
    "workerShare",
    "minimumStandards",
    "raises",
    "floor",
    "direction",
    "predecessors",
    "contractID",
    "scores",
    "criterion",
    "awardCriteria",
    "criteria",
    "transactions",
    "amendments",
    "releaseID",
    "amendsReleaseID",
    "name",
    "budget",
    "datePublished",
    "dateModified",
    "dateMet",
    "procurementMethod",
    "numberOfTenderers",
    "durationInDays",
    "maxExtentDate",
]
VALUES = [
    "",
    "1",
    "active",
    "pending",
    "cancelled",
    "scheduled",
    "direct",
    "award",
    "GBP",
    "GB-COH",
    "2026-01-01",
    "2026-13-45",
    "0001-01-01T00:00:00Z",
    "{}",
    0,
    1,
    10**400,
    -1.5,
]

scalars = st.none() | st.booleans() | st.sampled_from(VALUES) | st.floats()
json_values = st.recursive(
    scalars,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(NAMES), inner, max_size=5),
    max_leaves=25,
)
objects = st.dictionaries(st.sampled_from(NAMES), json_values, max_size=8)

BID = {"id": "b1", "scores": [{"id": "1", "criterion": "people"}]}
OBSERVATIONS = [
    {"id": "1", "measure": 0.01, "numerator": 3, "denominator": 300, "respondents": 20, "invited": 40},
    {"id": "2", "state": "suppressed"},
]
REAL_SHAPED: dict[str, Any] = {
    "ocid": "ocds-exampl-1",
    "id": "r1",
    "date": "2026-05-01T09:00:00Z",
    "tag": ["award", "contract"],
    "parties": [
        {"id": "b", "name": "Anytown Council", "roles": ["buyer"], "identifier": {"scheme": "GB-LAE", "id": "AAA"}},
        {"id": "s", "roles": ["supplier", "tenderer"], "identifier": {"scheme": "GB-COH", "id": "01234567"}},
    ],
    "buyer": {"id": "b", "name": "Anytown Council"},
    "planning": {
        "budget": {"amount": {"amount": 110000, "currency": "GBP"}},
        "milestones": [{"id": "1", "status": "met", "dateMet": "2025-11-01", "dateModified": "2025-11-02"}],
    },
    "tender": {
        "id": "t",
        "status": "complete",
        "procurementMethod": "direct",
        "numberOfTenderers": 1,
        "tenderers": [{"id": "s"}],
        "value": {"amount": 100000, "currency": "GBP"},
        "tenderPeriod": {"startDate": "2026-01-01", "endDate": "2026-02-01", "durationInDays": 31},
        "documents": [{"id": "1", "datePublished": "2026-01-01", "dateModified": "2026-01-05"}],
        "lots": [
            {
                "id": "1",
                "value": {"amount": 100000, "currency": "GBP"},
                "awardCriteria": {"criteria": [{"id": "people"}]},
            }
        ],
        "minimumStandards": [
            {"id": "n", "level": "national", "floor": 30, "unit": "minutes", "direction": "atLeast"},
            {"id": "l", "level": "local", "raises": "n", "floor": 45, "unit": "minutes", "direction": "atLeast"},
        ],
        "items": [{"id": "1", "relatedLot": "1"}],
        "targets": [{"id": "missed-visits"}],
        "amendments": [{"id": "1", "date": "2026-01-05", "releaseID": "r1"}],
    },
    "bids": {"statistics": [{"id": "1", "relatedLot": "1", "value": 3}], "details": [BID]},
    "awards": [
        {
            "id": "a",
            "status": "active",
            "date": "2026-03-01",
            "value": {"amount": 95000, "currency": "GBP"},
            "suppliers": [{"id": "s"}],
            "relatedLots": ["1"],
            "relatedBid": "b1",
            "contractPeriod": {"startDate": "2026-04-01", "endDate": "2030-03-31"},
            "items": [
                {"id": "1", "quantity": 4000, "unit": {"value": {"amount": 24, "currency": "GBP"}}, "relatedLot": "1"}
            ],
        }
    ],
    "contracts": [
        {
            "id": "c",
            "awardID": "a",
            "status": "active",
            "dateSigned": "2026-03-15",
            "value": {"amount": 95000, "currency": "GBP"},
            "period": {"startDate": "2026-04-01", "endDate": "2030-03-31"},
            "agreedMetrics": [{"id": "missed-visits"}],
            "predecessors": [{"id": "1", "ocid": "ocds-exampl-0", "contractID": "c"}],
            "implementation": {
                "metrics": [{"id": "missed-visits", "observations": OBSERVATIONS}],
                "rates": [{"id": "1", "workerShare": 0.6, "workerShareOf": "payerPays"}],
                "transactions": [{"id": "1", "date": "2026-04-30", "value": {"amount": 100, "currency": "GBP"}}],
            },
        }
    ],
}


def places(value: Any) -> list[tuple[Any, Any]]:
    """Every container in the release with each of its keys."""
    found = []
    for key, child in value.items() if isinstance(value, dict) else enumerate(value):
        found.append((value, key))
        if isinstance(child, dict | list):
            found += places(child)
    return found


def verdicts(compiled: dict[str, Any], releases: list[dict[str, Any]]) -> list[Any]:
    before = copy.deepcopy((compiled, releases))
    results = check_process(compiled, releases)
    assert repr((compiled, releases)) == repr(before)
    assert [result.rule for result in results] == [check.rule for check in CHECKS]
    for result in results:
        assert bool(result.problems) == (result.outcome == "failed")
        assert bool(result.because) == (result.outcome == "not applicable")
        for problem in result.problems:
            assert problem.for_publisher()
            assert problem.for_reader()
    return results


@settings(max_examples=150)
@given(objects, st.lists(objects, max_size=3))
def test_any_json_gets_a_verdict(compiled, releases):
    verdicts(compiled, releases)


@settings(max_examples=250)
@given(st.data())
def test_a_process_with_some_value_replaced_gets_a_verdict(data):
    release = copy.deepcopy(REAL_SHAPED)
    for _ in range(data.draw(st.integers(1, 3))):
        container, key = data.draw(st.sampled_from(places(release)))
        container[key] = data.draw(json_values)
    verdicts(release, [release, REAL_SHAPED])


def test_numbers_too_long_to_be_written_out_get_a_verdict():
    vast = 10**5000
    award = {"id": vast, "status": "active", "date": vast, "value": {"amount": vast}}
    release = {"ocid": vast, "id": vast, "awards": [award, award], "contracts": [{"awardID": vast, "status": vast}]}
    assert any(result.problems for result in check_process(release, [release, {**release, "tag": []}]))


def test_a_coherent_process_fails_nothing_and_most_checks_apply():
    results = verdicts(REAL_SHAPED, [REAL_SHAPED])
    assert not [result.rule.id for result in results if result.problems]
    assert {result.rule.id for result in results if result.because} == {"release-ids-are-unique", "one-buyer"}


def test_real_releases_get_verdicts(shared_data):
    failed = set()
    for name in ("contracts_finder", "sell2wales", "public_contracts_scotland"):
        for line in (shared_data / "ocds" / name / "releases.jsonl").read_bytes().splitlines():
            release = orjson.loads(line)
            failed |= {result.rule.id for result in verdicts(release, [release]) if result.problems}
    assert {"organisation-identifiers-are-well-formed", "amounts-are-meant", "releases-follow-events"} <= failed
