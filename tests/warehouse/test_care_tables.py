"""What the social-care extension adds, as rows."""

from decimal import Decimal

import pytest

from candour.warehouse.tables import TABLES

OCID = "ocds-f1ct10-1"
NEW = (
    "rates",
    "care_terms",
    "stated_registrations",
    "ownership",
    "participation",
    "contributions",
    "lessons",
    "scores",
    "panel",
    "applied_standards",
    "service_successions",
)
BUYER = {"id": "b", "name": "Fictional Council", "roles": ["buyer"]}


def test_rates_are_found_wherever_they_stand(add, release, ask):
    def rates(amount):
        return [
            {
                "id": "1-contactHour",
                "serviceType": "homeCare",
                "unit": "contactHour",
                "visitMinutes": 30,
                "payerPays": {"amount": amount, "currency": "GBP"},
                "workerReceives": {"amount": 14.25, "currency": "GBP"},
                "workerReceivesPer": "workedHour",
                "workerShare": 0.62,
                "workerShareOf": "payerPays",
                "travelTime": "paidSeparately",
                "mileage": {"amount": 0.45, "currency": "GBP"},
            }
        ]

    tender = {"id": "t", "rates": rates(20.1), "lots": [{"id": "l0"}, {"id": "l", "rates": rates(20.2)}]}
    contract = {"id": "c", "awardID": "a", "rates": rates(20.5), "implementation": {"rates": rates(20.6)}}
    add(
        release(
            tender=tender,
            bids={"details": [{"id": "bid", "rates": rates(20.3)}]},
            awards=[{"id": "a", "rates": rates(20.4)}],
            contracts=[contract],
        )
    )
    rows = ask("SELECT stage, holder_number, holder_id, payer_pays_amount FROM rates ORDER BY payer_pays_amount")
    assert rows == [
        ("tender", None, None, Decimal("20.1")),
        ("lot", 2, "l", Decimal("20.2")),
        ("bid", 1, "bid", Decimal("20.3")),
        ("award", 1, "a", Decimal("20.4")),
        ("contract", 1, "c", Decimal("20.5")),
        ("implementation", 1, "c", Decimal("20.6")),
    ]


def test_what_is_said_of_the_care_is_a_row_for_each_that_says_it(add, release, ask):
    terms = {
        "serviceTypes": ["homeCare"],
        "clients": ["olderPeople"],
        "regime": "lightTouch",
        "fundedBy": ["council"],
    }
    tender = {"id": "t", "socialCare": terms, "lots": [{"id": "l", "socialCare": {"settings": ["ownHome"]}}]}
    contracts = [{"id": "c", "awardID": "a", "socialCare": {"contractModel": "block", "userChoice": "noChoice"}}]
    add(release(tender=tender, contracts=contracts))
    rows = ask(
        "SELECT stage, holder_id, service_types, settings, contract_model, user_choice, funded_by FROM care_terms"
    )
    assert rows == [
        ("tender", None, ["homeCare"], None, None, None, ["council"]),
        ("lot", "l", None, ["ownHome"], None, None, None),
        ("contract", "c", None, None, "block", "noChoice", None),
    ]


def test_registrations_are_kept_with_and_without_ratings_by_whom_they_are_of(add, release, ask):
    provider = {
        "id": "p",
        "name": "Fictional Care Ltd",
        "identifier": {"scheme": "GB-COH", "id": "99000037"},
        "careRegistrations": [
            {
                "id": "1",
                "register": "cqc",
                "number": "1-001",
                "asOf": "2026-01-01T00:00:00Z",
                "ratings": [
                    {"id": "o", "keyQuestion": "Overall", "rating": "Good", "published": "2025-05-05T00:00:00Z"},
                    {"id": "s", "keyQuestion": "Safe", "rating": "Requires improvement"},
                ],
            },
            {"id": "2", "register": "ciw", "number": "W1", "status": "applied"},
        ],
    }
    add(release(parties=[BUYER, provider]))
    rows = ask(
        "SELECT organisation_id, organisation_key, register, number, status, key_question, rating "
        "FROM stated_registrations ORDER BY number, key_question"
    )
    assert rows == [
        ("p", "GB-COH-99000037", "cqc", "1-001", None, "Overall", "Good"),
        ("p", "GB-COH-99000037", "cqc", "1-001", None, "Safe", "Requires improvement"),
        ("p", "GB-COH-99000037", "ciw", "W1", "applied", None, None),
    ]


def test_owners_are_told_by_class(add, release, ask):
    classes = [
        {"id": "1", "class": "worker", "members": 40, "votesShare": 0.5},
        {"id": "2", "class": "supported", "members": 70, "votesShare": 0.5},
    ]
    co_operative = {
        "id": "p",
        "name": "Fictional Co-op",
        "ownership": {"form": "cooperative", "memberClasses": classes},
    }
    company = {"id": "q", "name": "Fictional Ltd", "ownership": {"form": "privateCompany"}}
    add(release(parties=[co_operative, company]))
    rows = ask("SELECT organisation_id, form, member_class, members, votes_share FROM ownership")
    assert rows == [
        ("p", "cooperative", "worker", 40, Decimal("0.5")),
        ("p", "cooperative", "supported", 70, Decimal("0.5")),
        ("q", "privateCompany", None, None, None),
    ]


def test_who_took_part_what_they_asked_and_what_was_learned(add, release, ask):
    taking_part = {
        "id": "co-design",
        "stage": "coDesign",
        "method": "Workshops",
        "participants": [{"id": "1", "role": "personSupported", "number": 12}, {"id": "2", "role": "careWorker"}],
        "contributions": [
            {
                "id": "1",
                "role": "careWorker",
                "asked": "Pay for travel.",
                "outcome": "adopted",
                "relatedMetrics": ["m"],
            },
            {"id": "2", "role": "personSupported", "asked": "To know who comes."},
        ],
    }
    lesson = {"id": "l", "date": "2026-01-01T00:00:00Z", "role": "commissioner", "title": "Ask early"}
    add(release(participation=[taking_part, {"id": "review", "stage": "review"}], lessons=[lesson]))
    assert ask("SELECT participation_id, stage, role, people FROM participation") == [
        ("co-design", "coDesign", "personSupported", 12),
        ("co-design", "coDesign", "careWorker", None),
        ("review", "review", None, None),
    ]
    assert ask("SELECT stage, role, outcome, related_metrics FROM contributions") == [
        ("coDesign", "careWorker", "adopted", ["m"]),
        ("coDesign", "personSupported", None, None),
    ]
    assert ask("SELECT lesson_id, role, title, contract_id FROM lessons") == [
        ("l", "commissioner", "Ask early", None)
    ]


def test_bids_are_scored_by_criterion_and_group_and_panels_have_roles(add, release, ask):
    scores = [
        {"id": "1", "criterion": "quality", "group": "wholePanel", "score": 4, "maximum": 5, "weight": 0.7},
        {"id": "2", "criterion": "quality", "group": "livedExperience", "score": 3.5, "maximum": 5},
    ]
    bid = {"id": "bid", "scores": scores, "totalScore": 81.5, "rank": 1}
    panel = [
        {"id": "1", "role": "personSupported", "number": 2, "experience": ["receivingCare"], "conflictsDeclared": 0}
    ]
    add(release(tender={"id": "t", "evaluationPanel": panel}, bids={"details": [bid]}))
    assert ask("SELECT bid_number, bid_id, criterion, judges, score, maximum, weight FROM scores") == [
        (1, "bid", "quality", "wholePanel", 4, 5, Decimal("0.7")),
        (1, "bid", "quality", "livedExperience", Decimal("3.5"), 5, None),
    ]
    assert ask("SELECT total_score, rank FROM bids") == [(Decimal("81.5"), 1)]
    assert ask("SELECT role, people, experience, training, conflicts_declared FROM panel") == [
        ("personSupported", 2, ["receivingCare"], None, 0)
    ]


def test_standards_are_told_with_what_they_raise(add, release, ask):
    national = {"id": "n", "level": "national", "floor": 15, "unit": "minutes", "direction": "atLeast"}
    local = {"id": "l", "level": "local", "raises": "n", "floor": 30, "unit": "minutes", "direction": "atLeast"}
    add(release(tender={"id": "t", "minimumStandards": [national, local]}))
    assert ask("SELECT stage, standard_id, level, raises, floor, direction FROM applied_standards") == [
        ("tender", "n", "national", None, 15, "atLeast"),
        ("tender", "l", "local", "n", 30, "atLeast"),
    ]


def test_a_contract_tells_of_the_services_before_and_after(add, release, ask):
    parties = [
        BUYER,
        {"id": "p", "name": "Fictional Care Ltd", "identifier": {"scheme": "GB-COH", "id": "99000037"}},
    ]
    before = {
        "id": "1",
        "ocid": "ocds-f1ct10-0",
        "contractID": "c0",
        "supplier": {"id": "p", "name": "Fictional Care Ltd"},
        "reason": "handedBack",
        "peopleTransferred": 31,
        "metricsCarried": ["satisfaction"],
    }
    contract = {"id": "c", "awardID": "a", "predecessors": [before], "successors": [{"id": "1", "ocid": "x"}]}
    add(release(parties=parties, contracts=[contract]))
    rows = ask(
        "SELECT contract_number, contract_id, relation, other_ocid, other_contract_id, other_supplier_key, reason, "
        "people_transferred, metrics_carried FROM service_successions"
    )
    assert rows == [
        (1, "c", "predecessor", "ocds-f1ct10-0", "c0", "GB-COH-99000037", "handedBack", 31, ["satisfaction"]),
        (1, "c", "successor", "x", None, None, None, None, None),
    ]


def test_why_there_are_no_metrics_is_kept(add, release, ask):
    contract = {"id": "c", "awardID": "a", "implementation": {"noMetricsRationale": "Handed back."}}
    add(release(tender={"id": "t", "noTargetsRationale": "Agreed later."}, contracts=[contract]))
    assert ask("SELECT no_targets_rationale FROM tenders") == [("Agreed later.",)]
    assert ask("SELECT no_metrics_rationale FROM contracts") == [("Handed back.",)]


@pytest.mark.parametrize("name", NEW)
@pytest.mark.parametrize("odd", [None, 3, "text", [], {}, [3], [[]], {"id": 3}], ids=repr)
def test_whatever_stands_there_instead_makes_no_row_and_costs_nothing_else(name, odd, add, release, ask):
    where = {
        "parties": [
            {"id": "p", "name": "P", "careRegistrations": odd, "ownership": odd if odd != {"id": 3} else None}
        ],
        "tender": {
            "id": "t",
            "title": "Home care (fictional)",
            "rates": odd,
            "socialCare": odd if odd != {"id": 3} else None,
            "evaluationPanel": odd,
            "minimumStandards": odd,
        },
        "bids": {"details": [{"id": "b", "scores": odd}]},
        "contracts": [{"id": "c", "predecessors": odd, "successors": odd}],
        "participation": odd,
        "lessons": odd,
    }
    add(release(**where))
    assert ask(f"SELECT * FROM {name}") == []
    assert ask("SELECT title FROM tenders") == [("Home care (fictional)",)]


def test_tables_without_rows_make_no_files(add, release, ask, tmp_path):
    add(release())
    assert ask("SELECT count(*) FROM tenders") == [(1,)]
    files = {path.stem for path in (tmp_path / "warehouse").rglob("*.parquet")}
    assert not files & {*NEW}
    assert {*NEW} <= TABLES.keys()
