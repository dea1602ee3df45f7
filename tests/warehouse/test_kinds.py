"""How published values become values of the tables."""

from datetime import datetime
from decimal import Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from candour.warehouse.arrow_columns import NOT_ALL_AT_ONCE, arrow_column
from candour.warehouse.tables.kinds import AMOUNT, TEXT, TEXTS, TIME, WHOLE, YES_NO

JSON_VALUES = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(allow_nan=False, allow_infinity=False),
    st.text(st.characters(codec=None, exclude_categories=[])),
    st.datetimes(timezones=st.timezones()).map(datetime.isoformat),
    st.lists(st.one_of(st.text(), st.integers()), max_size=3),
    st.dictionaries(st.text(), st.integers(), max_size=2),
)


@pytest.mark.parametrize("kind", [TEXT, YES_NO, WHOLE, AMOUNT, TIME], ids=lambda kind: kind.name)
@given(values=st.lists(JSON_VALUES, max_size=4))
@example(values=[3.9e-236])
@example(values=[1e-18, -0.0])
def test_all_at_once_gives_what_one_by_one_gives(kind, values):
    try:
        at_once = arrow_column(kind).all_at_once(values).to_pylist()
    except NOT_ALL_AT_ONCE:
        return
    assert at_once == [None if value is None else kind.convert(value) for value in values]


@pytest.mark.parametrize(
    ("published", "kept"),
    [
        (0.1, "0.1"),
        (256378.74, "256378.74"),
        (833.3333333333334, "833.3333333333334"),
        (10**19, "10000000000000000000"),
        (-5, "-5"),
    ],
)
def test_an_amount_is_what_its_publisher_wrote(published, kept):
    assert AMOUNT.convert(published) == Decimal(kept)


@pytest.mark.parametrize("published", [1e16, 10**20, 5e-324, True, "12", [1]])
def test_an_amount_that_cannot_be_exact_is_not_kept(published):
    assert AMOUNT.convert(published) is None


@pytest.mark.parametrize(
    ("published", "kept"),
    [
        ("2026-06-01T00:00:00+01:00", datetime(2026, 5, 31, 23)),
        ("2026-06-01T12:00:00", datetime(2026, 6, 1, 12)),
        ("2026-06-01", datetime(2026, 6, 1)),
        ("9999-12-31T23:59:59Z", None),
        ("0001-01-01T00:00:00+01:00", None),
        ("soon", None),
        (20260601, None),
    ],
)
def test_times_are_in_utc_and_in_years_to_be_believed(published, kept):
    assert TIME.convert(published) == kept


def test_a_list_is_kept_whole_or_not_at_all():
    assert TEXTS.convert(["a", 1]) == ["a", "1"]
    assert TEXTS.convert(["a", {}]) is None
    assert TEXTS.convert("a") is None
