import re
from collections import Counter

from candour.indicators.definition import indicators
from candour.indicators.workings import computed, workings


def test_every_indicator_has_its_query_and_every_query_its_indicator():
    assert computed() == set(indicators())


def test_no_two_queries_use_one_name_for_a_part():
    parts = Counter(re.findall(r"(\w+) AS \(\n", workings().query))
    assert [name for name, times in parts.items() if times > 1] == []
