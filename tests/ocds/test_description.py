import pytest

from candour.ocds.description import EXTENSIONS, describe, extensions_named
from candour.ocds.notation import parse_field


def test_the_core_knows_the_amount_of_an_award_and_its_currency():
    amount = describe([]).field(("awards", "value", "amount"))
    currency = describe([]).field(("awards", "value", "currency"))
    assert amount.types == ("number", "null")
    assert (currency.codelist, currency.closed) == ("currency", True)


def test_an_extension_adds_fields_and_nothing_is_there_without_it():
    assert describe([]).field(("tender", "lots")) is None
    assert describe(["lots"]).field(("tender", "lots", "value", "amount")).types == ("number", "null")


def test_members_that_an_extension_adds_to_a_described_object_join_its_own():
    details = describe(["beneficialOwners", "uk"]).field(("parties", "details"))
    assert details.types == ("object", "null")
    assert {"listedOnRegulatedMarket", "vcse"} <= details.fields.keys()


def test_codes_that_an_extension_adds_say_where_they_come_from():
    roles = describe(["uk"]).codelists["partyRole"]
    assert roles.additions == {"removedSupplier": "uk"}
    assert "removedSupplier" not in describe([]).codelists["partyRole"]


def test_every_field_and_codelist_has_a_meaning():
    description = describe()
    assert [field.name for field in description.all_fields() if not field.text and not field.fields] == []
    assert [name for name, codelist in description.codelists.items() if not codelist.text] == []


def test_an_unknown_extension_is_named_with_those_that_are_known():
    with pytest.raises(ValueError, match="no extension 'lotz' is described; described are"):
        describe(["lotz"])


@pytest.mark.parametrize(
    ("url", "name"),
    [
        (
            "https://raw.githubusercontent.com/open-contracting-extensions/ocds_bid_extension/v1.1.5/extension.json",
            "bids",
        ),
        ("https://raw.githubusercontent.com/cabinetoffice/ocds_uk_extension/main/extension.json", "uk"),
    ],
)
def test_extension_urls_are_recognised_by_their_repository(url, name):
    assert extensions_named([url, "https://example.org/ocds_unheard_of_extension/extension.json"]) == {name}


def test_every_extension_can_be_named_alone():
    for name in EXTENSIONS:
        assert describe([name]).extensions == {name}


@pytest.mark.parametrize("spec", ['string? shiny "Text."', "string? no text", 'string above "Text."'])
def test_what_is_not_in_the_notation_is_refused_with_the_field_named(spec):
    with pytest.raises(ValueError, match="lots, field title"):
        parse_field("title", spec, "lots")


def test_the_profile_of_the_european_union_means_its_whole_set():
    url = "https://standard.open-contracting.org/profiles/eu/latest/en/extension.json"
    assert {"eu", "lots", "bids", "techniques"} <= extensions_named([url])
