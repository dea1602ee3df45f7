from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from candour.ocds.description import describe
from candour.ocds.repeats import any_repeat, repeats, tree

TREE = tree(describe(["lots"]))
ENTRY = st.fixed_dictionaries(
    {},
    optional={
        "id": st.sampled_from(["1", "2", 1, 1.0, True, None, {}]),
        "name": st.sampled_from(["a", 1, True, 1.0]),
    },
)
LISTS = st.lists(ENTRY | st.sampled_from([None, "1", 1, []]), max_size=15)


def obvious(entries: list[Any]) -> bool:
    """Whether ids repeat or, where some entry has none, entries do. Slow and plain."""
    ids = [entry.get("id") if isinstance(entry, dict) else None for entry in entries]
    ids = [None if isinstance(identifier, dict | list) else identifier for identifier in ids]
    known = [identifier for identifier in ids if identifier is not None]
    if any(identifier in known[:index] for index, identifier in enumerate(known)):
        return True
    return None in ids and any(same(entry, other) for i, entry in enumerate(entries) for other in entries[:i])


def same(one: Any, other: Any) -> bool:
    """Equality of JSON: true is not 1."""
    if isinstance(one, bool) or isinstance(other, bool):
        return one is other
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(same(one[key], other[key]) for key in one)
    return bool(one == other)


@settings(deadline=None, max_examples=300)
@given(LISTS)
def test_the_fast_way_the_telling_way_and_the_obvious_way_agree(entries):
    release = {"parties": entries}
    assert any_repeat(release, TREE) == any(repeats(release, TREE)) == obvious(entries)


@pytest.mark.parametrize("where", ["tender.items", "awards.items"])
def test_lists_are_found_wherever_they_are(where):
    outer, inner = where.split(".")
    held = {inner: [{"id": "1"}, {"id": "2"}, {"id": "1"}]}
    release = {outer: held} if outer == "tender" else {outer: [{"id": "a"}, {"id": "b", **held}]}
    [repeat] = repeats(release, TREE)
    assert repeat.id == "1"
    assert repeat.position[-2:] == ("items", 2)
    assert any_repeat(release, TREE)


def test_lists_that_the_standard_does_not_want_unique_may_repeat():
    assert not any_repeat({"tender": {"documents": [{"id": "1"}, {"id": "1"}]}}, TREE)
