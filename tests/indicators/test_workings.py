import re
from collections import Counter

import pytest

from candour.indicators.definition import indicators
from candour.indicators.workings import computed, workings_query


def test_every_indicator_has_its_query_and_every_query_its_indicator():
    assert computed() == set(indicators())


def test_an_unknown_indicator_is_an_error_that_names_it():
    with pytest.raises(KeyError, match="no-such-thing"):
        workings_query("no-such-thing")


def test_no_two_queries_use_one_name_for_a_part():
    parts = Counter(
        name for indicator in computed() for name in re.findall(r"(\w+) AS \(\n", workings_query(indicator))
    )
    assert [name for name, times in parts.items() if times > 1] == []
