import pytest
from hypothesis import given
from hypothesis import strategies as st

from candour.care.places.postcode import Postcode, parse

INWARD = st.builds("{}{}{}".format, st.sampled_from("0123456789"), *[st.sampled_from("ABDEFGHJLNPQRSTUWXYZ")] * 2)
LETTERS = st.text("ABCDEFGHIJKLMNOPQRSTUVWXYZ", min_size=1, max_size=2)
DIGIT = st.sampled_from("0123456789")
OUTWARD = st.one_of(
    st.builds(str.__add__, LETTERS, st.text("0123456789", min_size=1, max_size=2)),
    st.builds("{}{}{}".format, LETTERS, DIGIT, st.sampled_from("ABCDEFGHJKPSTUW")),
)


@pytest.mark.parametrize(
    ("text", "outward", "inward"),
    [
        ("M1 1AE", "M1", "1AE"),
        ("b33 8th", "B33", "8TH"),
        ("CR26XH", "CR2", "6XH"),
        (" DN55  1PT ", "DN55", "1PT"),
        ("W1A\u00a00AX", "W1A", "0AX"),
        ("EC1A 1BB", "EC1A", "1BB"),
        ("S1  1AA", "S1", "1AA"),
        ("BT9 7AS", "BT9", "7AS"),
    ],
)
def test_a_postcode_is_read_however_it_is_spaced(text, outward, inward):
    found = parse(text)
    assert found == Postcode(outward, inward)
    assert str(found) == f"{outward} {inward}"


@pytest.mark.parametrize("text", ["", "M1", "1AE", "M1 1AC", "M111 1AE", "ABC1 1AA", "[removed]", "GIR 0AA", "Leeds"])
def test_what_is_no_postcode_is_none(text):
    assert parse(text) is None


@given(OUTWARD, INWARD, st.sampled_from(["", " ", "  ", "\t"]), st.booleans())
def test_spelling_does_not_matter_and_reading_again_changes_nothing(outward, inward, between, lower):
    text = f" {outward}{between}{inward} "
    found = parse(text.lower() if lower else text)
    assert found == Postcode(outward, inward)
    assert parse(str(found)) == found
    assert outward.startswith(found.area)
    assert found.area.isalpha()
    assert found.in_northern_ireland == (outward.startswith("BT") and not outward[2:3].isalpha())


@given(st.text(max_size=12))
def test_any_text_is_a_postcode_in_one_spelling_or_none(text):
    found = parse(text)
    assert found is None or parse(str(found)) == found
