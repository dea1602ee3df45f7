from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from candour.care import councils
from candour.care.places.lineage import is_partial, lineage

COUNCILS = st.sampled_from(councils.all_councils())
DAYS = st.dates(date(2000, 1, 1), date(2027, 1, 1))


def stood(name: str, on: str) -> tuple[set[tuple[str, bool]], bool]:
    council = councils.find(name)
    assert council is not None
    found = lineage(council, date.fromisoformat(on))
    return {(known.council.name, known.part) for known in found.standing}, found.same_area


@pytest.mark.parametrize(
    ("name", "on", "standing", "same_area"),
    [
        ("Kent County Council", "2024-01-01", {("Kent County Council", False)}, True),
        (
            "Cumbria County Council",
            "2023-04-01",
            {("Cumberland Council", True), ("Westmorland and Furness Council", True)},
            False,
        ),
        ("Cumbria County Council", "2023-03-31", {("Cumbria County Council", False)}, True),
        (
            "Dorset County Council",
            "2024-01-01",
            {("Dorset Council", True), ("Bournemouth, Christchurch and Poole Council", True)},
            False,
        ),
        ("Somerset County Council", "2024-01-01", {("Somerset Council", False)}, True),
        ("Taunton Deane Borough Council", "2024-01-01", {("Somerset Council", False)}, False),
        ("Taunton Deane Borough Council", "2020-01-01", {("Somerset West and Taunton Council", False)}, False),
        (
            "Bournemouth, Christchurch and Poole Council",
            "2018-01-01",
            {
                ("Bournemouth Borough Council", False),
                ("Borough of Poole", False),
                ("Christchurch Borough Council", False),
                ("Dorset County Council", True),
            },
            False,
        ),
    ],
)
def test_who_stood_for_an_area(name, on, standing, same_area):
    assert stood(name, on) == (standing, same_area)


def test_people_are_told_who_and_why_nothing_is_added_up():
    cumbria = councils.find("Cumbria County Council")
    assert cumbria is not None
    assert lineage(cumbria, date(2024, 1, 1)).wording == (
        "Cumbria County Council ended on 31 March 2023; on 1 January 2024 its area was divided between Cumberland "
        "Council and Westmorland and Furness Council. Figures are not carried over or added together, because an "
        "area was divided: a figure of the whole does not say how much of it belongs to which part."
    )


def test_the_county_is_what_a_unitary_follows_and_districts_are_left_out_on_request():
    somerset = councils.find("Somerset Council")
    assert somerset is not None
    before = lineage(somerset, date(2018, 1, 1))
    assert [council.name for council in before.with_duty] == ["Somerset County Council"]
    assert len(before.councils) == 6
    assert before.same_area


def test_what_the_table_does_not_reach_is_said():
    merton = councils.find("London Borough of Merton")
    assert merton is not None
    long_ago = lineage(merton, date(1900, 1, 1))
    assert long_ago.standing == ()
    assert not long_ago.same_area
    assert "does not say" in long_ago.wording


@given(COUNCILS, DAYS)
def test_whoever_stands_is_in_force_and_named_once(council, on):
    found = lineage(council, on)
    assert all(known.in_force(on) for known in found.councils)
    assert len(set(found.councils)) == len(found.councils)
    assert council in found.councils or not council.in_force(on)
    assert all(known.name in found.wording for known in found.councils)


@given(COUNCILS, DAYS)
def test_every_council_has_somebody_in_its_place_after_its_end(council, on):
    if council.end is not None and on > council.end:
        assert lineage(council, on).standing


@given(COUNCILS, DAYS)
def test_the_way_back_leads_to_where_one_came_from(council, on):
    """Whoever stands later for an area has that area's council among those that stood before it."""
    if council.end is None or on <= council.end:
        return
    for later in lineage(council, on).councils:
        assert council in lineage(later, council.end).councils


@given(COUNCILS, DAYS)
def test_the_same_area_is_said_from_both_sides(council, on):
    found = lineage(council, on)
    if found.same_area and not council.in_force(on):
        (peer,) = (known for known in found.councils if known.social_care == council.social_care)
        back = lineage(peer, council.end if council.end is not None and council.end < on else council.start)
        assert back.same_area


def test_a_succession_is_partial_just_where_an_area_went_to_several():
    partial = {
        step.old.name
        for council in councils.all_councils()
        for step in councils.successors(council)
        if is_partial(step)
    }
    assert partial == {"Cumbria County Council", "Dorset County Council", "Northamptonshire County Council"}


def test_days_between_old_and_new_leave_no_gap():
    for council in councils.all_councils():
        for step in councils.successors(council):
            assert council.in_force(step.date - timedelta(days=1))
            assert step.new.in_force(step.date)
            assert not council.in_force(step.date)
