from datetime import date

from candour.care.register import Address, Location, RegisteredProvider
from candour.care.who_is_who.parties import of_location, of_provider, of_supplier


def test_a_supplier_keeps_its_names_numbers_and_the_last_postcode_of_its_address():
    party = of_supplier(
        "GB-COH-01234567",
        {
            "name": "Larkmere Care",
            "identifier": {"scheme": "GB-COH", "id": "1234567", "legalName": "Larkmere Care Ltd"},
            "additionalIdentifiers": [{"scheme": "GB-CFS", "id": "55"}],
            "address": {"streetAddress": "1 Fictional Road\\nFenbridge\\nAB1 2CD"},
        },
        date(2031, 1, 1),
    )
    assert party.end.key == "GB-COH-01234567"
    assert [name.said for name in party.names] == ["Larkmere Care", "Larkmere Care Ltd"]
    assert party.postcodes == {"AB12CD"}
    assert "fenbridge" in party.places
    assert party.identifiers == {"GB-COH-01234567"}
    assert party.evidence == date(2031, 1, 1)


def test_whatever_a_notice_sends_makes_a_party():
    for sent in ({}, {"name": 4, "address": [], "identifier": "x"}, {"name": None, "address": {"postalCode": 7}}):
        assert of_supplier("name:", sent).names == ()


def test_a_provider_has_the_postcodes_and_places_of_its_locations():
    provider = RegisteredProvider(
        register="cqc", id="1-1", name="Larkmere Care Ltd", charity="GB-CHC-123456", other_names=("Larkmere",)
    )
    homes = [
        Location(
            register="cqc",
            id="1-2",
            name="A",
            provider_id="1-1",
            address=Address(town="Fenbridge", postcode="AB1 2CD"),
        ),
        Location(register="cqc", id="1-3", name="B", provider_id="1-1", council="Larkshire County Council"),
    ]
    party = of_provider(provider, homes)
    assert party.postcodes == {"AB12CD"}
    assert party.places == {"fenbridge", "larkshire"}
    assert party.identifiers == {"GB-CHC-123456", "GB-CQC-1-1"}
    assert [name.said for name in party.names] == ["Larkmere Care Ltd", "Larkmere"]
    assert of_location(homes[0]).provider == party.end


def test_where_a_register_gives_no_number_the_name_is_the_key_and_none_is_made_up():
    provider = RegisteredProvider(register="rqia", id=None, name="The Larkmere Trust")
    home = Location(
        register="rqia",
        id=None,
        name="Larkmere Lodge",
        provider_id=None,
        provider_name="Larkmere Trust",
        address=Address(postcode="BT1 2AB"),
    )
    assert of_provider(provider).end.key == "rqia:name:larkmere trust"
    assert of_location(home).end.key == "rqia:name:larkmere lodge|BT12AB"
    assert of_location(home).provider == of_provider(provider).end
    assert of_provider(provider).identifiers == frozenset()
