"""The starter set, and what a place may and may not make of it."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from candour.minimum_standards.errors import StandardsError
from candour.minimum_standards.local import Added, LocalStandards, Raised
from candour.minimum_standards.local_file import read_local
from candour.minimum_standards.overlay import overlay
from candour.minimum_standards.standard import (
    ByCouncilOutcome,
    ByMetric,
    Nation,
    Source,
    Standard,
    national,
    standards,
)

NATIONS: tuple[Nation, ...] = ("england", "wales", "scotland", "northern ireland")
EFFECTIVE, TODAY, REVIEW = date(2026, 4, 1), date(2026, 10, 1), date(2028, 4, 1)
DEFINITIONS = Path(__file__).resolve().parents[2] / "definitions"


def place(nation: Nation = "england", **what: object) -> LocalStandards:
    return LocalStandards(council="XX-1", name="Ambermere (fictional)", nation=nation, effective=EFFECTIVE, **what)  # type: ignore[arg-type]


def raised(standard: str, floor: str, **others: object) -> Raised:
    return Raised(
        **{  # type: ignore[arg-type]
            "standard": standard,
            "version": 1,
            "floor": Decimal(floor),
            "justification": "people here asked for it",
            "review_date": REVIEW,
            **others,
        }
    )


def test_there_are_enough_and_each_nation_has_most() -> None:
    assert len(standards()) >= 25
    for nation in NATIONS:
        assert len(national(nation)) >= 25


@pytest.mark.parametrize("standard", standards().values(), ids=lambda standard: standard.id)
def test_what_a_standard_is_measured_by_exists_and_runs_its_way(standard: Standard) -> None:
    measured = standard.measured
    if measured is None:
        return
    if isinstance(measured, ByMetric):
        text = (DEFINITIONS / "metrics" / f"{measured.metric}.yaml").read_text()
        assert f"unit: {standard.unit}" in text
    else:
        assert isinstance(measured, ByCouncilOutcome)
        text = (DEFINITIONS / "council_outcomes" / f"{measured.measure}.yaml").read_text()
        assert f"unit: {standard.unit}" in text
    way = "lower" if standard.direction == "at most" else "higher"
    assert f"direction: {way}" in text


def test_no_review_is_overdue() -> None:
    overdue = [one.id for one in standards().values() if one.review_date < date.today()]
    assert not overdue, f"read these again, and give them a new review_date: {', '.join(overdue)}"


def test_a_place_may_raise_and_add() -> None:
    added = Added(
        id="named-worker",
        title="A named worker",
        applies_to=("contract",),
        direction="must",
        justification="families asked for it",
        review_date=REVIEW,
    )
    found = overlay(national("england"), place(raises=(raised("visit-length", "45"),), adds=(added,)), TODAY)
    assert found.faults == ()
    by_id = {one.id: one for one in found.standards}
    assert by_id["visit-length"].asks.in_words() == "at least 45 minutes"
    assert by_id["visit-length"].national is not None
    assert by_id["visit-length"].national.in_words() == "at least 30 minutes"
    assert by_id["named-worker"].local
    assert not by_id["missed-visits"].local
    before = overlay(national("england"), place(raises=(raised("visit-length", "45"),)), date(2026, 3, 31))
    assert not any(one.local for one in before.standards)


@pytest.mark.parametrize(
    ("one", "message"),
    [
        (raised("visit-length", "25"), "found 25 minutes, which is weaker than the national at least 30 minutes"),
        (raised("missed-visits", "0.02"), "found 0.02 share, which is weaker than the national at most 0.01 share"),
        (raised("visit-length", "30"), "30 is the national floor; take it out"),
        (raised("visit-length", "90"), "90 is beyond 60: expected evidence, too"),
        (raised("visit-length", "NaN"), "found NaN, expected a number"),
        (raised("registered", "1"), "must simply be so; it has no floor to raise"),
        (raised("visit-lenght", "45"), "there is no standard 'visit-lenght' in England"),
        (raised("homes-graded-good", "90"), "there is no standard 'homes-graded-good' in England"),
        (raised("visit-length", "45", version=2), "found version 2, expected 1"),
        (raised("visit-length", "45", justification=" "), "found no reason, expected one"),
        (raised("visit-length", "45", review_date=EFFECTIVE), "expected one after 2026-04-01"),
    ],
)
def test_what_a_place_may_not_do(one: Raised, message: str) -> None:
    found = overlay(national("england"), place(raises=(one, raised("first-review", "1"))), TODAY)
    assert message in found.faults[0].message
    assert not any(standard.local for standard in found.standards), "a refused file changes nothing"


def test_beyond_the_range_needs_evidence_and_is_marked() -> None:
    one = raised("visit-length", "90", evidence=(Source("a fictional study"),))
    found = {each.id: each for each in overlay(national("england"), place(raises=(one,)), TODAY).standards}
    assert found["visit-length"].beyond_limit


@given(
    name=st.sampled_from(sorted(name for name, one in standards().items() if one.floor is not None)),
    floor=st.decimals("-10", "200", places=2),
    nation=st.sampled_from(NATIONS),
)
def test_whatever_a_place_writes_nothing_gets_weaker(name: str, floor: Decimal, nation: Nation) -> None:
    """Against a comparison in plain words: what meets the place's floor meets the nation's."""
    one = raised(name, str(floor), evidence=(Source("a fictional study"),))
    for standard in overlay(national(nation), place(nation, raises=(one,)), TODAY).standards:
        if standard.national is None or standard.national.value is None or standard.asks.value is None:
            continue
        if standard.asks.direction == "at least":
            assert standard.asks.value >= standard.national.value
        else:
            assert standard.asks.value <= standard.national.value


FILE = """\
council: XX-1
name: Ambermere (fictional)
nation: england
effective: 2026-04-01
raises:
  - standard: first-review
    version: 1
    floor: 1
    justification: people asked
    review_date: 2028-04-01
  - standard: visit-length
    version: 1
    floor: 25
    justification: to save
    review_date: 2028-04-01
"""


def test_a_weaker_floor_is_named_with_its_line() -> None:
    read = read_local(FILE, "ambermere.yaml")
    (fault,) = overlay(national("england"), read.standards, TODAY).faults
    assert read.where(fault) == (
        "ambermere.yaml line 13: visit-length: found 25 minutes, which is weaker than the national at least 30 "
        "minutes; a place may raise a standard and never weaken it"
    )


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("raises: [", "expected YAML"),
        (FILE.replace("nation: england", "nation: france"), "nation"),
        (FILE.replace("    floor: 25\n", ""), "floor"),
        (FILE.replace("to save", "to save\n    jusification: twice"), "jusification"),
        (FILE.replace("floor: 25", "floor: 25\n    floor: 45"), "floor stands here for the second time"),
    ],
)
def test_files_that_cannot_be_read(text: str, message: str) -> None:
    with pytest.raises(StandardsError, match=message):
        read_local(text, "ambermere.yaml")


def test_a_standard_that_contradicts_itself_is_refused() -> None:
    one = standards()["visit-length"]
    with pytest.raises(ValueError, match="expected no weaker than the floor"):
        replace(one, local_limit=Decimal(20))
    with pytest.raises(ValueError, match="and none for `must`"):
        replace(one, direction="must")
