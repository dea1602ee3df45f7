"""Suppliers of notices are linked to registers, a person's word outweighs a score, and nothing is merged."""

from datetime import date

import pytest

from candour.archive import Withdraw
from candour.care.link_decision import LinkDecision
from candour.care.link_end import End
from candour.sample import processes, write_registers
from candour.warehouse.link_decision import SOURCE, to_bytes


@pytest.fixture(scope="module")
def register_files(tmp_path_factory):
    return {file.name: file.read_bytes() for file in write_registers(tmp_path_factory.mktemp("registers"))}


@pytest.fixture
def received(archive, add, register_files):
    """Fictional notices, and the directory of locations of the fictional register."""
    for process in processes(60, 7, faults=False):
        add(*process.releases, source="sample")
    for name, content in register_files.items():
        if "directory-of-locations" in name:
            archive.add(content, source="cqc", name=name)
    return archive


def test_suppliers_with_a_company_number_are_linked_by_it(received, ask):
    rows = ask(
        "SELECT organisation_key, company, score, reasons FROM organisation_links JOIN providers "
        "ON provider = other_key WHERE method = 'identifier' AND outcome = 'linked'"
    )
    assert rows
    for organisation, company, score, reasons in rows:
        assert organisation == company
        assert score > 0.9
        assert reasons


def test_a_link_merges_nothing(received, ask):
    keys = {key for (key,) in ask("SELECT DISTINCT supplier_key FROM suppliers")}
    assert {key for (key,) in ask("SELECT DISTINCT organisation_key FROM organisation_links")} & keys
    assert not {key for key in keys if key and key.startswith("cqc:")}


def _decide(archive, organisation, provider, *, same):
    decision = LinkDecision(
        End("organisation", organisation), End("provider", provider), same, "A reader", "saw both", date(2026, 11, 21)
    )
    return archive.add(to_bytes(decision), source=SOURCE, name="decision.json")


def test_a_person_has_the_last_word_and_can_take_it_back(received, ask):
    linked = "SELECT organisation_key, other_key FROM organisation_links WHERE method = 'identifier' ORDER BY ALL"
    organisation, provider = ask(linked)[0]
    of_it = f"SELECT outcome, method, score, decided_by FROM organisation_links WHERE other_key = '{provider}'"
    assert ask(of_it)[0][0] == "linked"
    receipt = _decide(received, organisation, provider, same=False)
    assert ask(of_it) == [("not linked", "person", 0, "A reader")]
    rated = f"SELECT * FROM supplier_ratings WHERE organisation_key = '{organisation}'"
    assert ask(rated) == []
    received.correct(receipt.id, Withdraw(), reason="mistaken", by="A reader")
    assert ask(of_it)[0][:2] == ("linked", "identifier")
    assert len(ask(rated)) == 1


def test_a_person_can_link_what_nothing_else_links(received, ask):
    (organisation,) = ask("SELECT MIN(buyer_key) FROM processes")[0]
    (provider,) = ask("SELECT MIN(provider) FROM providers")[0]
    _decide(received, organisation, provider, same=True)
    rows = ask(
        "SELECT outcome, method, score, reasons FROM organisation_links "
        f"WHERE organisation_key = '{organisation}' AND other_key = '{provider}'"
    )
    ((outcome, method, score, reasons),) = rows
    assert (outcome, method, score) == ("linked", "person", 1)
    assert reasons[0] == "A reader, 2026-11-21: saw both"


def test_ratings_of_suppliers_are_those_of_their_locations(received, ask):
    """A slow way to the same counts: every supplier's locations one by one."""
    verdicts = dict(ask("SELECT location, at_or_above_good FROM location_verdicts"))
    of_provider: dict[str, list[str]] = {}
    for location, provider in ask("SELECT location, provider FROM locations WHERE deregistered IS NULL"):
        of_provider.setdefault(provider, []).append(location)
    rows = ask(
        "SELECT providers, locations, rated, at_or_above_good, rating FROM supplier_ratings WHERE LEN(providers) > 0"
    )
    assert rows
    for providers, locations, rated, good, rating in rows:
        found = [verdicts[one] for provider in providers for one in of_provider.get(provider, [])]
        assert locations == len(found)
        assert rated == len([verdict for verdict in found if verdict])
        assert good == found.count("yes")
        expected = "not rated" if not rated else "at or above good" if good == rated else "some below good"
        assert rating == expected


def test_without_registers_there_are_only_links_to_councils(archive, add, release, ask):
    add(release(parties=[{"id": "1", "name": "London Borough of Merton", "roles": ["buyer"]}], buyer={"id": "1"}))
    assert ask("SELECT organisation_kind, other_kind, other_key FROM organisation_links") == [
        ("organisation", "council", "GB-LAE-MRT")
    ]
    assert ask("SELECT * FROM supplier_ratings") == []
