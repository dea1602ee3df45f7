import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from candour.care.organisation_name import normalise


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Fictional Care Ltd", "FICTIONAL CARE LIMITED"),
        ("Fictional Care Ltd.", "The Fictional Care Limited"),
        ("Bread & Roses Care", "Bread and Roses Care"),
        ("Bread &amp; Roses Care", "Bread and Roses Care"),
        ("St. Example's Hospice", "St Examples Hospice"),
        ("Fictional Care C.I.C.", "Fictional Care CIC"),
        ("Fictional Care CIC", "Fictional Care Community Interest Company"),
        ("Fictional Care Ltd t/a Kindly", "Fictional Care Limited"),
        ("Fictional Care Ltd trading as: Kindly", "Fictional Care Limited"),
        ("Gofal Dychmygol Cyf", "Gofal Dychmygol Cyfyngedig"),
        ("Tŷ Dychmygol", "Ty Dychmygol"),
    ],
)
def test_two_spellings_of_a_name_come_to_the_same(one, other):
    assert normalise(one) == normalise(other) != ""


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Fictional Care Limited", "Fictional Care (North) Limited"),
        ("Fictional Care Limited", "Fictional Care LLP"),
        ("Fictional Care 1 Limited", "Fictional Care 2 Limited"),
    ],
)
def test_different_names_stay_apart(one, other):
    assert normalise(one) != normalise(other)


@given(st.text(max_size=40))
@settings(deadline=None, max_examples=300)
def test_writing_it_again_changes_nothing(name):
    assert normalise(normalise(name)) == normalise(name)
