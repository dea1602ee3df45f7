"""What the social-care extension adds can be built whole, is valid, merges, and refuses what cannot be true."""

import json
from collections.abc import Callable
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

import jsonschema
import pytest

from candour.ocds import build
from candour.ocds.description import describe
from candour.ocds.merge import compiled_release
from candour.ocds.statement import statement_schema
from candour.ocds.validate import StatementValidator, Validator

AT = datetime(2026, 4, 1, tzinfo=UTC)
OCID = "ocds-f1ct10-1"
BUYER = build.Reference(id="b", name="Fictional Council")
SUPPLIER = build.Reference(id="s", name="Fictional Care")
EARLIER = build.Reference(id="p", name="Fictional Earlier Care")
PERIOD = build.Period(start_date=AT, end_date=datetime(2027, 3, 31, tzinfo=UTC))


def pounds(amount: str) -> build.Value:
    return build.Value(amount=Decimal(amount), currency="GBP")


CARE = build.SocialCare(
    service_types=("homeCare",), clients=("olderPeople",), settings=("ownHome",), contract_model="framework",
    regime="lightTouch", user_choice="listedProviders", user_choice_details="People choose from the list.",
    funded_by=("council",),
)  # fmt: skip
RATE = build.Rate(
    id="weekday", title="Weekday", service_type="homeCare", unit="contactHour", visit_minutes=Decimal(30),
    payer_pays=pounds("26.40"), worker_receives=pounds("15.20"), worker_receives_per="workedHour",
    worker_share=Decimal("0.62"), worker_share_of="payerPays", travel_time="paidSeparately", mileage=pounds("0.45"),
    period=PERIOD, notes="Fictional.",
)  # fmt: skip
FLOOR = build.AppliedStandard(
    id="n1", title="Visits of personal care last at least half an hour", level="national", floor=Decimal(30),
    unit="minutes", direction="atLeast", source="https://standards.example/n1",
)  # fmt: skip
RAISED = build.AppliedStandard(
    id="l1", title="Forty-five minutes in the evening", level="local", floor=Decimal(45), unit="minutes",
    direction="atLeast", raises="n1", justification="People asked for it.", review_date=AT,
)  # fmt: skip
PANEL = build.PanelRole(
    id="1", role="personSupported", number=2, experience=("receivingCare",), training=("Scoring",),
    conflicts_declared=1, conflicts_management="Did not score that bid.",
)  # fmt: skip
SCORE = build.CriterionScore(
    id="1", criterion="choice", group="livedExperience", score=Decimal(4), maximum=Decimal(5), weight=Decimal("0.3"),
    weighted=Decimal("0.24"), related_lot="l", reasons="People may change their team.",
)  # fmt: skip
REGISTRATION = build.CareRegistration(
    id="cqc-1-0", register="cqc", number="1-0", provider_number="1-9", services=("Homecare agencies",),
    status="registered", as_of=AT,
    ratings=(
        build.CareRating(
            id="overall", key_question="Overall", rating="Good", framework="CQC", published=AT, inspected=AT, as_of=AT
        ),
    ),
)  # fmt: skip
OWNERSHIP = build.Ownership(
    form="cooperative", details="Classes vote together.",
    member_classes=(
        build.MemberClass(id="s", member_class="supported", members=40, votes_share=Decimal("0.6")),
        build.MemberClass(id="w", member_class="worker", members=30, votes_share=Decimal("0.4")),
    ),
)  # fmt: skip
OBSERVED = build.Observation(
    id="2026", measure=Decimal("0.91"), numerator=Decimal(182), denominator=Decimal(200), denominator_of="visits",
    respondents=20, invited=40, respondents_role="personSupported", answered_by="themselves", method="survey",
    verified_by=build.Verification(role="commissioner", organisation=BUYER, date=AT), period=PERIOD,
)  # fmt: skip
SUPPRESSED = build.Observation(id="small", state="suppressed", state_reason="Fewer than ten people.")
METRIC = build.Metric(
    id="continuity", title="Continuity", version=1, definition="https://metrics.example/continuity",
    population="Everybody supported", observations=(OBSERVED, SUPPRESSED),
)  # fmt: skip
SUCCESSION = build.ServiceSuccession(
    id="1", ocid="ocds-f1ct10-0", contract_id="c0", supplier=EARLIER, buyer=BUYER, date=AT, reason="handedBack",
    people_transferred=31, metrics_carried=("continuity",),
)  # fmt: skip
TAKING_PART = build.Participation(
    id="1", stage="coDesign", period=PERIOD, method="Two workshops",
    participants=(build.ParticipantGroup(id="1", role="personSupported", number=9),),
    contributions=(
        build.Contribution(id="1", role="personSupported", asked="The same people", outcome="adopted",
                           reason="It became a target.", related_metrics=("continuity",)),
    ),
)  # fmt: skip
LESSON = build.Lesson(
    id="1", date=AT, role="careWorker", title="Start earlier", description="Hand over in a month.",
    related_metrics=("continuity",), contract_id="c",
)  # fmt: skip


def whole_release() -> build.Release:
    lot = build.Lot(id="l", social_care=CARE, rates=(RATE,), minimum_standards=(FLOOR,))
    tender = build.Tender(
        id="t", social_care=CARE, rates=(RATE,), minimum_standards=(FLOOR, RAISED), evaluation_panel=(PANEL,),
        no_targets_rationale="Still being worked out.", lots=(lot,),
    )  # fmt: skip
    bid = build.Bid(
        id="bid", tenderers=(SUPPLIER,), rates=(RATE,), scores=(SCORE,), total_score=Decimal("0.24"), has_rank=True,
        rank=1,
    )  # fmt: skip
    delivered = build.Implementation(metrics=(METRIC,), no_metrics_rationale="Not all are in yet.", rates=(RATE,))
    contract = build.Contract(
        id="c", award_id="a", status="active", social_care=CARE, rates=(RATE,), minimum_standards=(FLOOR,),
        predecessors=(SUCCESSION,), successors=(SUCCESSION,), implementation=delivered,
    )  # fmt: skip
    return build.Release(
        ocid=OCID, id="1", date=AT, tag=("award", "contract", "implementation"), initiation_type="tender",
        parties=(
            build.Organisation(id="b", name="Fictional Council", roles=("buyer", "verifier")),
            build.Organisation(id="s", name="Fictional Care", roles=("supplier", "tenderer"),
                               care_registrations=(REGISTRATION,), ownership=OWNERSHIP),
            build.Organisation(id="p", name="Fictional Earlier Care", roles=("predecessor",)),
        ),
        tender=tender, bids=build.Bids(details=(bid,)),
        awards=(build.Award(id="a", status="active", suppliers=(SUPPLIER,), rates=(RATE,)),),
        contracts=(contract,), participation=(TAKING_PART,), lessons=(LESSON,),
    )  # fmt: skip


def whole_statement() -> build.Statement:
    return build.Statement(
        id="2026-27", published_date=AT, publisher=build.Publisher(name="Fictional Care"), period=PERIOD,
        provider=build.Provider(id="s", name="Fictional Care", care_registrations=(REGISTRATION,),
                                ownership=OWNERSHIP),
        license="https://creativecommons.org/licenses/by/4.0/", funded_by=("selfFunded", "council"),
        people_supported=120, metrics=(METRIC,), no_metrics_rationale="One is still missing.",
        related_contracts=(build.StatementContract(id="1", ocid=OCID, contract_id="c"),),
    )  # fmt: skip


def test_everything_that_the_extension_adds_can_be_built_and_nothing_is_said_against_it() -> None:
    made = json.loads(build.release_bytes(whole_release()))
    assert Validator().problems(made) == []
    assert compiled_release([made]) == {**made, "tag": ["compiled"], "id": f"{OCID}-{made['date']}"}


def test_no_field_of_the_extension_is_left_out_of_the_builder() -> None:
    sent = {**json.loads(build.release_bytes(whole_release())), "statement": json.loads(statement())}
    ours = {field.name for field in describe().all_fields() if field.extension == "socialCare"}
    assert ours - {"id"} <= names(sent) | {"class"}


def names(value: Any) -> set[str]:
    if isinstance(value, list):
        return set().union(*map(names, value))
    return set(value).union(*map(names, value.values())) if isinstance(value, dict) else set()


def test_lists_of_the_extension_merge_by_id() -> None:
    before = {
        "id": "1",
        "ocid": OCID,
        "date": "2026-01-01T00:00:00Z",
        "tag": ["contract"],
        "initiationType": "tender",
    }
    rates = [{"id": "day", "payerPays": {"amount": 20, "currency": "GBP"}}, {"id": "night", "unit": "wakingNight"}]
    groups = [{"id": "1", "stage": "coDesign", "participants": [{"id": "1", "role": "careWorker", "number": 3}]}]
    first = {**before, "contracts": [{"id": "c", "awardID": "a", "rates": rates}], "participation": groups}
    second = {
        **before, "id": "2", "date": "2026-02-01T00:00:00Z",
        "contracts": [{"id": "c", "awardID": "a", "rates": [{"id": "day", "payerPays": {"amount": 21}}]}],
        "participation": [{"id": "1", "participants": [{"id": "1", "number": 4}, {"id": "2", "number": 1}]}],
    }  # fmt: skip
    compiled = compiled_release([first, second])
    assert compiled["contracts"][0]["rates"] == [
        {"id": "day", "payerPays": {"amount": 21, "currency": "GBP"}}, {"id": "night", "unit": "wakingNight"}
    ]  # fmt: skip
    assert compiled["participation"] == [
        {"id": "1", "stage": "coDesign",
         "participants": [{"id": "1", "role": "careWorker", "number": 4}, {"id": "2", "number": 1}]}
    ]  # fmt: skip


def statement() -> bytes:
    return build.statement_bytes(whole_statement())


def test_a_statement_satisfies_its_schema() -> None:
    made = json.loads(statement())
    assert StatementValidator().problems(made) == []
    jsonschema.Draft4Validator(statement_schema()).validate(made)


def test_a_statement_with_a_code_of_no_list_is_refused_by_field() -> None:
    wrong = build.Statement(
        id="1", published_date=AT, publisher=build.Publisher(name="F"), period=PERIOD, metrics=(METRIC,),
        provider=build.Provider(id="s", name="F"), funded_by=("lottery",),
    )  # fmt: skip
    with pytest.raises(build.BuildError, match=r"statement 1: .*fundedBy.*lottery"):
        build.statement_bytes(wrong)


IMPOSSIBLE: list[tuple[Callable[[], Any], str]] = [
    (lambda: build.Observation(id="1", state="suppressed", measure=Decimal(1)), "neither value nor measure"),
    (lambda: build.Observation(id="1", state="value"), "either a value"),
    (lambda: build.Observation(id="1", state="suppressed", numerator=Decimal(1)), "numerator away"),
    (lambda: build.Observation(id="1", state="notComputable"), "say why"),
    (lambda: build.Observation(id="1", measure=Decimal(1), numerator=Decimal(1)), "needs its denominator"),
    (lambda: build.Observation(id="1", measure=Decimal(1), respondents=3, invited=2), "3 answered of 2 invited"),
    (lambda: build.Rate(id="1", unit="visit", worker_receives=pounds("9")), "for what go together"),
    (lambda: build.Rate(id="1", unit="visit", worker_share=Decimal("0.5")), "what it is of go together"),
    (lambda: build.AppliedStandard(id="1", title="T", level="local"), "justification and a review date"),
    (lambda: build.AppliedStandard(id="1", title="T", level="national", raises="2"), "only a local one"),
    (lambda: build.AppliedStandard(id="1", title="T", level="national", floor=Decimal(1)), "go together"),
    (lambda: build.Contribution(id="1", role="careWorker", asked="A", outcome="notAdopted"), "needs a reason"),
    (
        lambda: build.CriterionScore(id="1", criterion="c", group="wholePanel", score=Decimal(6), maximum=Decimal(5)),
        "above the maximum",
    ),
    (lambda: build.PanelRole(id="1", role="careWorker", number=1, conflicts_declared=2), "2 conflicts among 1"),
    (
        lambda: build.Ownership(
            form="cooperative",
            member_classes=tuple(
                build.MemberClass(id=name, member_class=name, votes_share=Decimal("0.6"))
                for name in ("worker", "supported")
            ),
        ),
        "more than 1",
    ),
    (
        lambda: build.Statement(
            id="1", published_date=AT, publisher=build.Publisher(name="F"), period=PERIOD,
            provider=build.Provider(id="s", name="F"),
        ),
        "say in no_metrics_rationale",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("make", "message"), IMPOSSIBLE, ids=[message for _, message in IMPOSSIBLE])
def test_what_cannot_be_true_cannot_be_built(make: Callable[[], Any], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        make()


def test_who_is_named_as_predecessor_is_among_the_parties() -> None:
    contract = build.Contract(id="c", award_id="a", status="active", predecessors=(SUCCESSION,))
    award = build.Award(id="a", status="active")
    release = build.Release(
        ocid=OCID, id="1", date=AT, tag=("contract",), initiation_type="tender", awards=(award,),
        contracts=(contract,), parties=(build.Organisation(id="b", name="Fictional Council", roles=("buyer",)),),
    )  # fmt: skip
    with pytest.raises(build.BuildError, match=r"predecessors\[0\].supplier: 'p' is not the id"):
        build.release_bytes(release)
