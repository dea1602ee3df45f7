"""Our merging against ocdsmerge: the same compiled and versioned releases, or both refuse."""

import json
import warnings
from copy import deepcopy
from pathlib import Path
from typing import Any

import hypothesis.strategies as st
import ocdsmerge
from hypothesis import given, settings

from candour.ocds.merge import MergeError, Merger
from candour.ocds.merge_rules import Rule, RuleTree, merge_rules, rules_in

SCHEMA = {
    "properties": {
        "ocid": {"type": "string"},
        "id": {"type": "string", "omitWhenMerged": True},
        "date": {"type": "string", "omitWhenMerged": True},
        "tag": {"type": "array", "omitWhenMerged": True},
        "parties": {"type": "array", "items": {"$ref": "#/definitions/Party"}},
        "tender": {
            "type": "object",
            "properties": {
                "id": {"type": "string", "versionId": True},
                "lots": {"type": "array", "items": {"$ref": "#/definitions/Party"}},
                "changes": {"type": "array", "wholeListMerge": True, "items": {"type": "object"}},
                "hidden": {"type": ["string", "null"], "omitWhenMerged": True},
            },
        },
    },
    "definitions": {
        "Party": {
            "type": "object",
            "properties": {
                "id": {"type": ["string", "integer"]},
                "roles": {"type": "array", "items": {"type": "string"}},
                "details": {"type": "object", "properties": {"hidden": {"type": "string", "omitWhenMerged": True}}},
                "lots": {"type": "array", "wholeListMerge": True, "items": {"type": "object"}},
            },
        }
    },
}
ORACLE_RULES = ocdsmerge.rules.get_merge_rules(SCHEMA)
RULES = rules_in(SCHEMA)

REFUSALS = (ocdsmerge.exceptions.OCDSMergeError, TypeError, AttributeError)

NAMES = st.sampled_from(["id", "parties", "tender", "lots", "changes", "hidden", "details", "roles", "1", "x", "y"])
IDS = st.sampled_from(["1", "2", "x", 1, 2])
ODD_IDS = st.one_of(IDS, st.sampled_from([None, True, 1.0, 1.5, "None", "", {}, [], {"a": 1}, [1]]))
LEAVES = st.one_of(st.none(), st.booleans(), st.integers(0, 2), st.sampled_from(["a", "b", 1.0, ""]))


def documents(ids: st.SearchStrategy[Any], *, steady: bool) -> st.SearchStrategy[Any]:
    """JSON values; steady ones give a name the same shape everywhere, as an orderly publisher does."""

    def extend(values: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
        objects = st.dictionaries(NAMES, values, max_size=4)
        identified = st.tuples(ids, objects).map(lambda pair: {**pair[1], "id": pair[0]})
        items = st.lists(st.one_of(identified, objects), max_size=4)
        if steady:
            return st.fixed_dictionaries(
                {},
                optional={
                    "x": LEAVES,
                    "id": st.sampled_from(["1", "2"]),
                    "hidden": LEAVES,
                    "details": objects_of(values),
                    "lots": st.lists(st.one_of(identified, objects_of(values)), max_size=3),
                    "changes": st.lists(values, max_size=2),
                    "roles": st.lists(st.sampled_from("ab"), max_size=2),
                },
            )
        return st.one_of(objects, items, st.lists(st.one_of(values, identified), max_size=3))

    def objects_of(values: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
        return values.map(lambda value: value if isinstance(value, dict) else {"y": value})

    return st.recursive(LEAVES, extend, max_leaves=12)


def releases_of(sections: st.SearchStrategy[Any]) -> st.SearchStrategy[list[dict[str, Any]]]:
    date = st.integers(1, 4).map(lambda day: f"2024-01-0{day}T00:00:00Z")
    release = st.builds(
        lambda body, date, number: {**body, "ocid": "ocds-213czf-1", "id": number, "date": date, "tag": ["tender"]},
        st.dictionaries(st.sampled_from(["tender", "parties", "x", "awards"]), sections, max_size=3),
        date,
        st.sampled_from(["r1", "r2"]),
    )
    return st.lists(release, min_size=1, max_size=4)


def outcome(merge: Any, releases: list[Any], *errors: type[Exception]) -> Any:
    """The merged release, or that there is none."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            return merge(releases)
        except errors:
            return "refused"


def text(value: Any) -> str:
    """JSON with sorted names: it keeps true, 1 and 1.0 apart, which Python's comparison does not."""
    return json.dumps(value, sort_keys=True)


def assert_same(releases: list[Any], rules: RuleTree = RULES, oracle_rules: Any = ORACLE_RULES) -> None:
    ours, theirs = Merger(rules), ocdsmerge.Merger(merge_rules=oracle_rules)
    before = text(releases)
    sent = [json.dumps(release).encode() for release in releases]
    for one, other in (
        (ours.compiled, theirs.create_compiled_release),
        (ours.versioned, theirs.create_versioned_release),
    ):
        assert text(outcome(one, releases, MergeError)) == text(outcome(other, deepcopy(releases), *REFUSALS))
    assert text(releases) == before
    compiled = outcome(lambda given: json.loads(ours.compiled_bytes(given)), sent, MergeError)
    assert text(compiled) == text(outcome(ours.compiled, releases, MergeError))


@settings(max_examples=300, deadline=None)
@given(releases_of(documents(IDS, steady=True)))
def test_orderly_releases_merge_as_ocdsmerge_merges_them(releases: list[dict[str, Any]]) -> None:
    assert_same(releases)


@settings(max_examples=300, deadline=None)
@given(releases_of(documents(ODD_IDS, steady=False)))
def test_whatever_is_sent_merges_as_ocdsmerge_merges_it(releases: list[dict[str, Any]]) -> None:
    assert_same(releases)


def as_oracle_rules(tree: RuleTree, path: tuple[str, ...] = ()) -> dict[tuple[str, ...], str]:
    """Our rules in the form that ocdsmerge wants."""
    rules: dict[tuple[str, ...], str] = {}
    for name, rule in tree.items():
        rules |= {(*path, name): rule.value} if isinstance(rule, Rule) else as_oracle_rules(rule, (*path, name))
    return rules


def processes_in(folder: Path) -> dict[str, list[dict[str, Any]]]:
    """Every release of the real files, by process."""
    processes: dict[str, list[dict[str, Any]]] = {}
    for file in sorted(folder.glob("*/*.json*")):
        if "standard" in str(file):
            continue
        lines = file.read_text().split("\n") if file.suffix == ".jsonl" else [file.read_text()]
        for document in map(json.loads, filter(None, lines)):
            package = document if isinstance(document, dict) else {}
            for release in package.get("releases", [package] if "ocid" in package else []):
                processes.setdefault(release["ocid"], []).append(release)
    return processes


def test_every_real_process_merges_as_ocdsmerge_merges_it(shared_data: Path) -> None:
    processes = processes_in(shared_data / "ocds")
    assert len(processes) > 300
    for releases in processes.values():
        assert_same(releases, merge_rules(), as_oracle_rules(merge_rules()))
