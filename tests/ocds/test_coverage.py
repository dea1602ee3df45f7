import orjson
from hypothesis import given
from hypothesis import strategies as st

from candour.ocds.coverage import Coverage, Field

scalars = st.none() | st.booleans() | st.integers(-2, 2) | st.floats(allow_nan=False) | st.sampled_from(["", "x"])
values = st.recursive(
    scalars,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["a", "b", "id"]), inner, max_size=3),
    max_leaves=12,
)
compiled_releases = st.dictionaries(st.sampled_from(["a", "b", "contracts"]), values, max_size=3)


def has_value(value: object) -> bool:
    """The rule, said as slowly and plainly as it can be."""
    if isinstance(value, dict):
        return any(has_value(child) for child in value.values())
    if isinstance(value, list):
        return any(has_value(child) for child in value)
    return value is not None and value != ""


def occurrences(value: object, path: str) -> list[str]:
    found = []
    if isinstance(value, dict):
        for name, child in value.items():
            here = f"{path}.{name}" if path else name
            found += [here] * has_value(child) + occurrences(child, here)
    elif isinstance(value, list):
        for child in value:
            elements = path + "[]"
            inside = path if isinstance(child, dict) else elements
            found += [elements] * has_value(child) + occurrences(child, inside)
    return found


def covered(releases: list[dict]) -> Coverage:
    coverage = Coverage()
    for release in releases:
        coverage.add(release)
    return coverage


@given(st.lists(compiled_releases, max_size=4))
def test_it_counts_what_the_plain_rule_counts(releases):
    found = [occurrences(release, "") for release in releases]
    expected = [
        Field(path, sum(path in one for one in found), sum(one.count(path) for one in found))
        for path in sorted({path for one in found for path in one})
    ]
    assert covered(releases).fields() == expected


@given(compiled_releases)
def test_what_is_present_is_what_was_counted(release):
    coverage = Coverage()
    present = coverage.add(release)
    assert present == {field.path for field in coverage.fields()}


@given(st.lists(compiled_releases, max_size=4), st.integers(0, 4))
def test_parts_add_up_to_the_whole(releases, cut):
    left, right = covered(releases[:cut]), covered(releases[cut:])
    left.merge(right)
    assert left.fields() == covered(releases).fields()
    assert left.processes == len(releases)


def test_reported_metrics_are_present_by_their_ids():
    release = orjson.loads(
        b'{"contracts": [{"implementation": {"metrics": [{"id": "missed-visits", "observations": [{"id": "1"}]},'
        b' {"id": "never-observed"}]}}, 7]}'
    )
    present = Coverage().add(release)
    assert "contracts.implementation.metrics[missed-visits]" in present
    assert "contracts.implementation.metrics[never-observed]" not in present
