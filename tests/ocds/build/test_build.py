"""What is built is valid, keeps its digits, and what is not fit to be published is refused by field."""

import json
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from candour.ocds import build
from candour.ocds.description import EXTENSIONS, describe
from candour.ocds.merge import compiled_release
from candour.ocds.schema import record_package_schema, release_package_schema
from candour.ocds.validate import Validator

OCID = "ocds-f1ct10-1"
HEAD = build.PackageHead(
    uri="https://candour.example/package/1",
    published_date=datetime(2026, 1, 1, tzinfo=UTC),
    publisher=build.Publisher(name="Fictional Council"),
)
GBP = st.decimals(0, 10**9, places=2).map(lambda amount: build.Value(amount=amount, currency="GBP"))
IDS = st.text("abc123", min_size=1, max_size=3)
TEXTS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=20)
INSTANTS = st.datetimes(datetime(2000, 1, 1), datetime(2050, 1, 1), timezones=st.just(UTC))
PERIODS = st.builds(build.Period, start_date=INSTANTS, end_date=INSTANTS)


def listed(part: Any, **fields: Any) -> Any:
    """Up to three parts, each with its own id."""
    return st.lists(st.builds(part, id=IDS, **fields), max_size=3, unique_by=lambda made: made.id).map(tuple)


OBSERVATIONS = listed(build.Observation, measure=st.decimals(-1000, 1000, places=3), period=PERIODS, value=st.none())
METRICS = listed(build.Metric, title=TEXTS, observations=OBSERVATIONS, description=st.none())
BUYER = build.Organisation(id="b", name="Fictional Council", roles=("buyer",))
SUPPLIER = build.Organisation(id="s", name="Fictional Care", roles=("supplier", "tenderer"))
TO_BUYER = build.Reference(id="b", name="Fictional Council")
TO_SUPPLIER = build.Reference(id="s", name="Fictional Care")


@st.composite
def lives(draw: st.DrawFn) -> list[build.Release]:
    """A process over its whole life, each release saying only what is new."""
    criterion = build.AwardCriterion(
        type="quality",
        name="Continuity",
        numbers=(build.CriterionNumber(number=draw(st.decimals(0, 1, places=2)), weight="decimalExact"),),
    )
    lot = build.Lot(id="l", title=draw(TEXTS), award_criteria=build.AwardCriteria(criteria=(criterion,)))
    tender = build.Tender(
        id="t", title=draw(TEXTS), value=draw(GBP), lots=(lot,), targets=draw(METRICS), status="active"
    )
    bids = build.Bids(
        statistics=(build.BidStatistic(id="1", measure="bids", value=Decimal(draw(st.integers(0, 99)))),),
        details=(build.Bid(id="bid", tenderers=(TO_SUPPLIER,), value=draw(GBP), related_lots=("l",)),),
    )
    award = build.Award(
        id="a", status="active", suppliers=(TO_SUPPLIER,), buyer=TO_BUYER, value=draw(GBP), related_lots=("l",),
        related_bids=("bid",), agreed_metrics=draw(METRICS),
    )  # fmt: skip
    contract = build.Contract(
        id="c", award_id="a", status="active", period=draw(PERIODS), agreed_metrics=draw(METRICS)
    )
    failures = draw(listed(build.PerformanceFailure, category=TEXTS, events=st.integers(0, 9).map(Decimal)))
    delivered = build.Implementation(metrics=draw(METRICS), performance_failures=failures)
    steps: list[dict[str, Any]] = [
        {"tag": ("planning",), "planning": build.Planning(rationale=draw(TEXTS), forecasts=draw(METRICS))},
        {"tag": ("tender",), "parties": (BUYER,), "buyer": TO_BUYER, "tender": tender},
        {"tag": ("award",), "parties": (SUPPLIER,), "bids": bids, "awards": (award,)},
        {"tag": ("contract",), "contracts": (contract,)},
        {"tag": ("implementation",), "contracts": (replace(contract, implementation=delivered),)},
    ]
    return [
        build.Release(
            ocid=OCID, id=str(place), date=datetime(2026, 1, place + 1, tzinfo=UTC), initiation_type="tender", **step
        )
        for place, step in enumerate(steps)
    ]


@settings(max_examples=30, deadline=None)
@given(lives())
def test_whatever_is_built_is_valid_and_survives_merging(life: list[build.Release]) -> None:
    package = json.loads(build.release_package(HEAD, life))
    releases = package["releases"]
    validator = Validator()
    assert all(validator.is_valid(release) for release in releases)
    compiled = compiled_release(releases)
    assert validator.is_valid({**compiled, "tag": ["compiled"]})
    assert compiled["contracts"][0]["awardID"] == compiled["awards"][0]["id"]
    record = json.loads(build.record_package(HEAD, life))["records"][0]
    assert record["compiledRelease"] == compiled
    assert record["releases"] == releases


@settings(max_examples=5, deadline=None)
@given(lives())
def test_packages_satisfy_the_schemas_made_from_the_description(life: list[build.Release]) -> None:
    for made, schema in (
        (build.release_package(HEAD, life), release_package_schema()),
        (build.record_package(HEAD, life), record_package_schema()),
    ):
        jsonschema.Draft4Validator(schema).validate(json.loads(made))


@settings(max_examples=5, deadline=None)
@given(life=lives())
def test_releases_satisfy_the_official_schema(shared_data: Path, life: list[build.Release]) -> None:
    schema = json.loads((shared_data / "ocds/standard-1.1.5/release-schema.json").read_text())
    for release in json.loads(build.release_package(HEAD, life))["releases"]:
        jsonschema.Draft4Validator(schema).validate(release)


def test_every_field_is_one_of_the_standard_or_its_extensions() -> None:
    known = {field.name for field in describe(EXTENSIONS).all_fields()} | {"former_value"}
    for name in build.__all__:
        made = getattr(build, name)
        fields = getattr(made, "__struct_encode_fields__", ())
        if not issubclass_of_package(made):
            assert set(fields) <= known, (name, set(fields) - known)


def issubclass_of_package(made: Any) -> bool:
    return made in (
        build.PackageHead,
        build.PackageLinks,
        build.PackageSource,
        build.PublishedRecord,
        build.Publisher,
        build.Statement,
    )


def release(**fields: Any) -> build.Release:
    date = datetime(2026, 1, 1, tzinfo=UTC)
    given: dict[str, Any] = {"ocid": OCID, "id": "1", "date": date, "tag": ("tender",), "initiation_type": "tender"}
    return build.Release(**{**given, **fields})


def test_amounts_keep_their_digits() -> None:
    value = build.Value(amount=Decimal("12345678901234567.10"), currency="GBP")
    sent = build.release_bytes(release(tender=build.Tender(id="t", value=value)))
    assert b'"amount":12345678901234567.10,' in sent


LOTS = (build.Lot(id="1"), build.Lot(id="1"))
REFUSALS: list[tuple[dict[str, Any], str]] = [
    ({"ocid": "f1ct10-1"}, "release 1: ocid: "),
    ({"date": datetime(2026, 1, 1)}, "release 1: date: "),
    ({"tag": ()}, "release 1: tag: "),
    ({"tag": ("nonsense",)}, "nonsense"),
    ({"tender": build.Tender(id="t", lots=LOTS)}, "tender.lots: two have the id '1'"),
    ({"buyer": TO_BUYER}, "buyer: 'b' is not the id of anything in parties"),
    ({"awards": (build.Award(id="a", status="active", related_lots=("9",)),)}, "awards[0].relatedLots: '9' is not"),
    ({"tender": build.Tender(id="t", value=build.Value(amount=Decimal(1), currency="XYZ"))}, "XYZ"),
    ({"tender": build.Tender(id="t", value=build.Value(amount=Decimal("NaN"), currency="GBP"))}, "amount"),
]


@pytest.mark.parametrize(("fields", "message"), REFUSALS)
def test_what_is_not_fit_to_be_published_is_refused_in_one_line_that_names_the_field(
    fields: dict[str, Any], message: str
) -> None:
    with pytest.raises(build.BuildError) as refused:
        build.release_bytes(release(**fields))
    assert message in str(refused.value)
    assert "\n" not in str(refused.value)


def test_an_observation_has_a_value_or_a_measure() -> None:
    with pytest.raises(ValueError, match="either a value"):
        build.Observation(id="1")


def test_two_releases_of_a_process_have_two_ids() -> None:
    with pytest.raises(build.BuildError, match="two releases have the id '1'"):
        build.release_package(HEAD, [release(), release()])
