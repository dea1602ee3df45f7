from datetime import date

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from candour.care.link_decision import LinkDecision
from candour.care.link_end import End
from candour.care.who_is_who.council_link import council_link
from candour.care.who_is_who.links import find_links

from .parties import end_of, location, provider, supplier

LARKMERE = provider("1-1", "Larkmere Care Limited", "AB1 2CD", company="GB-COH-01234567")
NUMBER = {"scheme": "GB-COH", "id": "1234567"}


def _links(party, *registrations, **more):
    return list(find_links([party], registrations, **more))


def _pairs(links):
    return [(linked.b.key, linked.method, linked.outcome) for linked in links]


def test_a_number_comes_before_any_name():
    (linked,) = _links(supplier("Larkmere", "ZZ9 9ZZ", identifier=NUMBER), LARKMERE)
    assert (linked.method, linked.outcome) == ("identifier", "linked")
    assert linked.reasons == ("both have the number GB-COH-01234567",)


def test_the_same_number_under_a_wholly_different_name_is_for_a_person_to_look_at():
    (linked,) = _links(supplier("Zebra Scaffolding", identifier=NUMBER), LARKMERE)
    assert linked.outcome == "to be reviewed"
    assert "is the number right?" in linked.reasons[-1]


def test_the_number_of_a_location_leads_to_the_location_and_to_its_provider():
    home = location("1-900000009", "Larkmere Lodge", "AB1 2CD", "1-1")
    number = {"scheme": "GB-CQC", "id": "1-900000009"}
    found = _links(supplier("Larkmere Lodge", identifier=number), LARKMERE, home)
    assert [(linked.b, linked.method) for linked in found] == [
        (End("location", "cqc:1-900000009"), "identifier"),
        (end_of("1-1"), "identifier"),
    ]


def test_a_company_registered_twice_is_linked_to_both_and_says_which_ended():
    before = provider("1-0", "Larkmere Care Limited", company="GB-COH-01234567", deregistered=date(2030, 3, 31))
    found = _links(supplier("Larkmere Care Ltd", identifier=NUMBER), LARKMERE, before)
    assert _pairs(found) == [("cqc:1-0", "identifier", "linked"), ("cqc:1-1", "identifier", "linked")]
    assert "this registration ended on 31 March 2030" in found[0].reasons


def test_namesakes_compete_unless_the_postcode_tells_them_apart():
    north, south = provider("1-1", "The Willows", "AB1 2CD"), provider("1-2", "The Willows", "AB1 2CE")
    unclear = _links(supplier("The Willows", "AB1 9ZZ"), north, south)
    assert all(linked.outcome == "to be reviewed" and linked.score <= 0.5 for linked in unclear)
    assert all("fits too" in linked.reasons[-1] for linked in unclear)
    clear = {linked.b.key: linked.score for linked in _links(supplier("The Willows", "AB1 2CD"), north, south)}
    assert clear["cqc:1-1"] > 0.5 > clear.get("cqc:1-2", 0)


def test_predecessor_and_successor_do_not_compete():
    old, new = provider("1-1", "Larkmere Care Ltd", "AB1 2CD"), provider("1-2", "Larkmere Care Ltd", "AB1 2CD")
    one = supplier("Larkmere Care Ltd", "AB1 2CD")
    assert {linked.outcome for linked in _links(one, old, new)} == {"to be reviewed"}
    found = _links(one, old, new, followed_by={old.end: [new.end]})
    assert [(linked.b, linked.outcome) for linked in found] == [(old.end, "linked"), (new.end, "linked")]


def test_registrations_of_two_registers_do_not_compete():
    scottish = provider("SP1", "Larkmere Care Ltd", "AB1 2CD", register="care_inspectorate")
    found = _links(supplier("Larkmere Care Ltd", "AB1 2CD"), LARKMERE, scottish)
    assert [linked.outcome for linked in found] == ["linked", "linked"]


def test_a_supplier_under_the_name_of_a_location_is_linked_to_whom_runs_it():
    home = location("1-9", "Larkmere Lodge Nursing Home", "AB1 2CD", "1-7")
    runs = provider("1-7", "Fictional Holdings Ltd")
    found = {linked.b: linked for linked in _links(supplier("Larkmere Lodge Nursing Home", "AB1 2CD"), home, runs)}
    assert found.keys() == {home.end, runs.end}
    assert found[runs.end].reasons[-1] == "it is the name of its location cqc:1-9"


def test_evidence_is_as_new_as_the_newest_of_both():
    seen = provider("1-1", "Larkmere Care Ltd", "AB1 2CD")
    party = msgspec.structs.replace(supplier("Larkmere Care Ltd", "AB1 2CD"), evidence=date(2031, 5, 1))
    (linked,) = _links(party, msgspec.structs.replace(seen, evidence=date(2031, 1, 1)))
    assert linked.evidence == date(2031, 5, 1)


def test_a_party_is_never_linked_to_itself_and_none_to_nobody():
    assert _links(LARKMERE, LARKMERE) == []
    assert _links(supplier(""), LARKMERE) == []
    assert list(find_links([], [LARKMERE])) == []


def _decision(one, other, same, reason="seen both"):
    return LinkDecision(one.end, other.end, same, "A reader", reason, date(2031, 6, 1))


def test_a_person_outweighs_numbers_and_names_either_way():
    one = supplier("Larkmere Care Ltd", "AB1 2CD", identifier=NUMBER)
    (rejected,) = _links(one, LARKMERE, decisions=[_decision(one, LARKMERE, False, "sold in 2030")])
    assert (rejected.method, rejected.outcome, rejected.score) == ("person", "not linked", 0)
    assert rejected.reasons == ("A reader, 2031-06-01: sold in 2030", "both have the number GB-COH-01234567")
    stranger = supplier("Zebra Scaffolding")
    (confirmed,) = _links(stranger, LARKMERE, decisions=[_decision(LARKMERE, stranger, True)])
    assert (confirmed.method, confirmed.outcome, confirmed.score) == ("person", "linked", 1)
    assert confirmed.evidence == date(2031, 6, 1)


def test_of_two_decisions_the_last_counts_in_whatever_order_their_ends_stand():
    one = supplier("Larkmere Care Ltd", "AB1 2CD")
    decisions = [_decision(one, LARKMERE, False), _decision(LARKMERE, one, True)]
    (linked,) = _links(one, LARKMERE, decisions=decisions)
    assert linked.outcome == "linked"


def test_rejecting_one_namesake_leaves_the_other_its_probability_and_confirming_it_takes_it_away():
    north, south = (
        provider("1-1", "Willow Larkmere Ltd", "AB1 2CD"),
        provider("1-2", "Willow Larkmere Ltd", "AB1 2CD"),
    )
    one = supplier("Willow Larkmere Ltd", "AB1 2CD")
    after_no = {found.b: found for found in _links(one, north, south, decisions=[_decision(one, north, False)])}
    assert after_no[south.end].outcome == "linked"
    after_yes = _links(one, north, south, decisions=[_decision(one, north, True)])
    assert [found.b for found in after_yes if found.outcome != "not linked"] == [north.end]


def test_a_rejected_location_does_not_lead_to_its_provider():
    home = location("1-9", "Larkmere Lodge Nursing Home", "AB1 2CD", "1-7")
    runs = provider("1-7", "Fictional Holdings Ltd")
    one = supplier("Larkmere Lodge Nursing Home", "AB1 2CD")
    found = _links(one, home, runs, decisions=[_decision(one, home, False)])
    assert [(linked.b, linked.outcome) for linked in found] == [(home.end, "not linked")]


def test_a_decision_on_what_is_not_here_waits():
    one = supplier("Larkmere Care Ltd", "AB1 2CD")
    assert _links(one, decisions=[_decision(one, LARKMERE, True)]) == []


@given(st.permutations(range(6)))
@settings(max_examples=20)
def test_links_do_not_depend_on_the_order_of_registrations(order):
    registrations = [
        LARKMERE,
        provider("1-2", "Larkmere Homes Ltd", "AB1 2CD"),
        provider("1-3", "The Willows", "AB1 2CD"),
        provider("1-4", "The Willows", "AB1 2CD"),
        location("1-5", "Larkmere Lodge", "AB1 2CD", "1-1"),
        provider("SP1", "Larkmere Care Ltd", register="care_inspectorate"),
    ]
    suppliers = [supplier("Larkmere Care Ltd", "AB1 2CD"), supplier("Willows", "AB1 2CD")]
    expected = list(find_links(suppliers, registrations))
    assert list(find_links(suppliers[::-1], [registrations[at] for at in order])) == expected


@pytest.mark.parametrize(
    ("end", "name", "found"),
    [
        (End("organisation", "GB-LAE-MRT"), "whatever", ("GB-LAE-MRT", "identifier")),
        (End("organisation", "name:x"), "London Borough of Merton", ("GB-LAE-MRT", "council name")),
        (End("provider", "care_inspectorate:SP1"), "Glasgow City Council", ("GB-LAS-GLG", "council name")),
        (End("organisation", "name:x"), "Merton", None),
        (End("organisation", "name:x"), "Fictional Trading (Merton Council)", None),
        (End("organisation", "name:x"), "Larkmere Care Ltd", None),
    ],
)
def test_councils_are_known_by_number_and_by_whole_name(end, name, found):
    linked = council_link(end, name)
    assert (linked and (linked.b.key, linked.method)) == found
