import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from candour.care.organisation_id import normalise, of_party, parse
from candour.ocds.organisation_schemes import SCHEMES


@pytest.mark.parametrize(
    ("scheme", "sent", "kept"),
    [
        ("GB-COH", "1234567", "01234567"),
        ("gb-coh", " 01234567 ", "01234567"),
        ("GB-COH", "GB-COH-01234567", "01234567"),
        ("GB-COH", "oc 300001", "OC300001"),
        ("GB-COH", "SC1234", "SC001234"),
        ("GB-COH", "NI003503", "NI003503"),
        ("GB-COH", "IP19059R", "IP19059R"),
        ("GB-COH", "RS007853", "RS007853"),
        ("GB-COH", "FC012345", "FC012345"),
        ("GB-COH", "R0000123", "R0000123"),
        ("GB-CHC", "1123456", "1123456"),
        ("GB-CHC", "1123456-1", "1123456-1"),
        ("GB-SC", "SC012345", "SC012345"),
        ("GB-SC", "SC12345", "SC012345"),
        ("GB-NIC", "NIC100123", "100123"),
        ("GB-MPR", "29645R", "29645R"),
        ("GB-LAE", "mrt", "MRT"),
        ("GB-LAE", "CPCA", "CPCA"),
        ("GB-PLA", "SWA", "SWA"),
        ("GB-CQC", "1-549811852", "1-549811852"),
        ("GB-PPON", "pabc-1234-defg", "PABC-1234-DEFG"),
        ("GB-SRS", "sid4gov.example/aB3", "sid4gov.example/aB3"),
    ],
)
def test_an_identifier_is_written_as_its_register_writes_it(scheme, sent, kept):
    found = normalise(scheme, sent)
    assert (found.id, found.well_formed) == (kept, True)


@pytest.mark.parametrize(
    ("scheme", "sent"),
    [
        ("GB-COH", "458577871"),
        ("GB-COH", "00000000"),
        ("GB-COH", "N/A"),
        ("GB-COH", "٣٤٥٦"),
        ("GB-CHC", "0123456"),
        ("GB-CHC", "123"),
        ("GB-SC", "12345"),
        ("GB-MPR", "000000"),
        ("GB-LAE", "E10000002"),
        ("GB-PPON", "PABC1234DEFG"),
        ("GB-CQC", "549811852"),
        ("GB-SRS", ""),
        ("XX-NEW", "1"),
    ],
)
def test_what_a_register_would_not_write_is_kept_as_sent_with_the_reason(scheme, sent):
    found = normalise(scheme, sent)
    assert not found.well_formed
    assert found.id == sent
    assert found.reason


def test_a_whole_identifier_is_taken_apart():
    assert str(parse("GB-COH-1234567")) == "GB-COH-01234567"
    assert parse("GB-PPON-PABC-1234-DEFG").id == "PABC-1234-DEFG"
    assert not parse("org-1").well_formed
    assert parse("org-1").scheme == ""


def test_a_party_gives_each_of_its_identifiers_once_and_no_local_number():
    party = {
        "id": "GB-COH-01234567",
        "identifier": {"scheme": "GB-COH", "id": "1234567"},
        "additionalIdentifiers": [{"scheme": "GB-CQC", "id": "1-549811852"}, {"scheme": "GB-CHC"}, "nonsense"],
    }
    assert [str(found) for found in of_party(party)] == ["GB-COH-01234567", "GB-CQC-1-549811852"]
    assert of_party({"id": "org-1"}) == []


@given(st.sampled_from(sorted(SCHEMES)), st.text(max_size=20))
@settings(deadline=None, max_examples=300)
def test_writing_it_again_changes_nothing(scheme, sent):
    once = normalise(scheme, sent)
    again = normalise(once.scheme, once.id)
    assert (again.id, again.well_formed) == (once.id, once.well_formed)
    if once.well_formed:
        assert parse(str(once)).id == once.id
