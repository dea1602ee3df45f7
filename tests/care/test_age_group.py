"""Whether care is for children or adults, from a title, a code or the buyer, and nothing where nothing says."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from candour.care import age_group


def process(title="", code="", buyer=""):
    tender = {"title": title, "classification": {"scheme": "CPV", "id": code}}
    return {"tender": tender, "buyer": {"name": buyer}}


@pytest.mark.parametrize(
    ("found", "name", "reason"),
    [
        (process("Short breaks for disabled children"), "children", 'tender.title says "children"'),
        (process("Children&#039;s residential care"), "children", 'tender.title says "childrens"'),
        (process("Home care for adults"), "adults", 'tender.title says "adults"'),
        (process("Short breaks for children and adults"), "both", 'tender.title says "children"'),
        (process("Residential placements", "85311300-5"), "children", "classification 85311300"),
        (process("Placements", buyer="Ambermere Council - Children's Services"), "children", "buyer.name says"),
        (process("Home care for adults", buyer="Ambermere Children's Services"), "adults", "tender.title says"),
        (process("Home care", "85312000", "Ambermere Council"), "unknown", "neither title, classification nor buyer"),
        ({"tender": {"title": 7}, "buyer": []}, "unknown", "neither title, classification nor buyer"),
    ],
)
def test_what_says_so_decides(found, name, reason):
    group = age_group.of(found)
    assert group.name == name
    assert reason in group.reason


json = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=9),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["title", "name", "id"]), inner),
    max_leaves=8,
)


@given(st.fixed_dictionaries({"tender": json, "buyer": json}))
def test_it_takes_any_json(compiled):
    assert age_group.of(compiled).name in ("children", "adults", "both", "unknown")
