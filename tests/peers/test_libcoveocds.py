"""Our verdicts on releases are libcoveocds's: on every real file, on odd values, and on mutations of both."""

import copy
import json
from functools import cache
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from candour.ocds.description import EU_PROFILE, EXTENSIONS, extensions_named
from candour.ocds.validate import Validator

pytest.importorskip("libcoveocds", reason="libcoveocds is not installed")

from .fictional import full_release
from .libcoveocds_oracle import Oracle, served, standard_zip

# Alone, these refer to definitions that others bring, which libcoveocds cannot resolve. Its profile is a whole.
COMPLETED_BY = {"eu": EU_PROFILE, "lots": EU_PROFILE, "selectionCriteria": {"awardCriteria"}, "uk": EU_PROFILE}


@pytest.fixture(scope="module")
def oracle(shared_data, tmp_path_factory):
    archive = standard_zip(shared_data)
    with served(shared_data, tmp_path_factory.mktemp("extensions")) as address:

        @cache
        def make(extensions: frozenset[str]) -> Oracle:
            ordered = [name for name in EXTENSIONS if name in extensions]
            # The profile's schema is whole, so it has to come before what patches it further.
            return Oracle(archive, address, sorted(ordered, key=lambda name: name != "eu"))

        yield make


def all_releases(shared_data) -> list[tuple[frozenset[str], dict[str, Any]]]:
    """Every real release, with the extensions that its package declares (none where lines have no package)."""
    found = []
    for file in sorted((shared_data / "ocds").glob("*/*.json*")):
        if file.parent.name in ("standard-1.1.5", "extensions"):
            continue
        text = file.read_text(encoding="utf-8")
        things = [json.loads(line) for line in text.splitlines()] if file.suffix == ".jsonl" else [json.loads(text)]
        for thing in things:
            package = thing if isinstance(thing, dict) and "releases" in thing else {}
            releases = package.get("releases", thing if isinstance(thing, list) else [thing])
            names = extensions_named(package.get("extensions", []))
            found.extend((names, release) for release in releases)
    return found


def test_real_releases(shared_data, oracle):
    by_extensions: dict[frozenset[str], list[Any]] = {}
    for names, release in all_releases(shared_data):
        for extensions in {names, frozenset(), EU_PROFILE}:
            by_extensions.setdefault(extensions, []).append(release)
    assert sum(map(len, by_extensions.values())) > 1000
    for extensions, releases in by_extensions.items():
        ours = {index for index, release in enumerate(releases) if not Validator(extensions).is_valid(release)}
        assert ours == oracle(extensions).invalid(releases), sorted(extensions)


@pytest.mark.parametrize("name", EXTENSIONS)
def test_a_release_that_uses_each_extension(oracle, name):
    extensions = frozenset({name, *COMPLETED_BY.get(name, ())})
    assert agreed(oracle(extensions), extensions, full_release(extensions))


DATES = [
    "2026-05-01T09:30:00Z", "2026-05-01T09:30:00+01:00", "2026-05-01t09:30:00z", "2026-05-01T09:30:00.123Z",
    "2026-05-01T09:30:00", "2026-05-01", "2026-02-29T00:00:00Z", "2024-02-29T00:00:00Z", "1900-02-29T00:00:00Z",
    "2000-02-29T00:00:00Z", "0000-01-01T00:00:00Z", "0001-01-01T00:00:00Z", "2026-04-31T00:00:00Z",
    "2026-05-01T24:00:00Z", "2026-05-01T23:59:60Z", "2026-05-01T09:30:00+24:00", "2026-05-01T09:30:00Z\n",
    "2026-05-01T09:30:00Z\n\n", " 2026-05-01T09:30:00Z", "2026-05-01T09:30Z", "٢٠٢٦-05-01T09:30:00Z", "",
]  # fmt: skip
ADDRESSES = [
    "https://example.org/", "http://example.org/a b", "http://example.org/a%20b", "http://example.org/%zz",
    "example.org", "www.example.org/", "a:", ":a", "mailto:a@example.org", "http://[::1]:80/", "http://[::1",
    "http://[1::2::3]/", "http://[::ffff:1.2.3.4]/", "http://[::ffff:1.2.3.999]/", "http://[v1.x]/",
    "http://é.example/", "http://a|b/", "https://example.org/?q=[1]", "https://example.org/#a#b", "file:///tmp/x",
    "//example.org", "http:///x", "HTTP://X", "http://example.org:port/", "https://example.org\n",
    "http://user:pass@example.org/", "urn:uuid:1", "http://{x}/", "", "http://[1:2:3:4:5:6:7::]/",
    "http://[1:2:3:4:5:6:7:8]/", "http://[1:2:3:4:5:6:7:8:9]/", "http://[::1.2.3.4]/", "a:/",
]  # fmt: skip


@pytest.mark.parametrize("date", DATES)
def test_dates(oracle, date):
    agreed(oracle(frozenset()), frozenset(), {**full_release(frozenset()), "date": date})


@pytest.mark.parametrize("address", ADDRESSES)
def test_addresses(oracle, address):
    release = full_release(frozenset())
    release["tender"]["documents"] = [{"id": "d", "url": address}]
    agreed(oracle(frozenset()), frozenset(), release)


ODD = [
    None, True, False, 0, 1, -1, 0.5, 1.0, 1e300, 10**30, "", " ", "x", "1", [], [None], [[]], ["x"], ["x", "x"],
    {}, {"id": 1}, [{"id": "1"}, {"id": "1"}], [{"id": "1", "a": 1}, {"id": "1", "a": 2}], [{}, {}],
    [{"a": 1}, {"a": 1.0}], [{"id": None}, {"id": None}], [{"id": 1}, {"id": "1"}],
    [{"id": "1"}, {"a": 1}, {"a": 1}], "GBP", "2026-05-01T09:30:00Z", "https://example.org", "tender", ["tender"],
    ["tender", "tender"], [{"id": {}}, {"id": {}}], [1, True], [{"id": 1}, 1],
]  # fmt: skip


@st.composite
def mutations(draw, base: dict[str, Any]) -> dict[str, Any]:
    """A release with up to four things changed, taken out, added or doubled."""
    release = copy.deepcopy(base)
    for _ in range(draw(st.integers(1, 4))):
        parent, key = draw(st.sampled_from(places(release)))
        action = draw(st.sampled_from(["replace", "replace", "remove", "add", "double", "translate"]))
        if action == "remove":
            del parent[key]
        elif action == "double" and isinstance(parent, list):
            parent.append(copy.deepcopy(parent[key]))
        elif action == "add" and isinstance(parent, dict):
            parent[draw(st.sampled_from(["id", "x", "value", "details", "title_cy", "amount"]))] = draw(odd())
        elif action == "translate" and isinstance(parent, dict):
            parent[f"{key}_cy"] = draw(odd())
        else:
            parent[key] = draw(odd())
        if not release:
            break
    return release


def odd() -> st.SearchStrategy[Any]:
    return st.sampled_from(ODD).map(copy.deepcopy) | st.text(max_size=6) | st.sampled_from(DATES + ADDRESSES)


def places(value: Any) -> list[tuple[Any, Any]]:
    keys = list(value) if isinstance(value, dict) else list(range(len(value))) if isinstance(value, list) else []
    return [(value, key) for key in keys] + [place for key in keys for place in places(value[key])]


NEEDED = {"ocid", "id", "date", "tag", "initiationType"}


@st.composite
def parts_of_a_release(draw, extensions: frozenset[str]) -> dict[str, Any]:
    """What a release needs and a few of its other fields, in full: no rule reaches from one of them to another."""
    release = full_release_once(extensions)
    some = draw(st.sets(st.sampled_from(sorted(release.keys() - NEEDED)), min_size=1, max_size=3))
    return {name: value for name, value in release.items() if name in NEEDED | some}


@cache
def full_release_once(extensions: frozenset[str]) -> dict[str, Any]:
    return full_release(extensions)


@pytest.mark.parametrize("extensions", [frozenset(), EU_PROFILE, frozenset(EXTENSIONS)], ids=["core", "eu", "all"])
@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_mutated_releases(oracle, extensions, data):
    agreed(oracle(extensions), extensions, data.draw(mutations(data.draw(parts_of_a_release(extensions)))))


@settings(max_examples=300, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_mutated_real_releases(shared_data, oracle, data):
    base = data.draw(st.sampled_from([release for _, release in all_releases_once(shared_data)]))
    agreed(oracle(EU_PROFILE), EU_PROFILE, data.draw(mutations(base)))


@cache
def all_releases_once(shared_data) -> list[tuple[frozenset[str], dict[str, Any]]]:
    return all_releases(shared_data)


def agreed(oracle: Oracle, extensions: frozenset[str], release: Any) -> bool:
    """Whether both count the release as valid; fails where they differ, or where we contradict ourselves."""
    validator = Validator(extensions)
    ours = validator.is_valid(release)
    problems = validator.problems(release)
    theirs = not oracle.invalid([release])
    assert ours == theirs, [(problem.rule.id, problem.position, problem.found) for problem in problems]
    assert ours == (not any(problem.rule.level == "error" for problem in problems))
    return ours


FREE = ("parties.details.",)
"""An object that the standard leaves open, so that we count nothing in it as a field of the publisher's own."""

LENGTHENED = ("bids.statistics.measure ",)
"""Codes of a list that one extension brings and another lengthens: it does not know the second's."""


def test_remarks_on_real_releases(shared_data, oracle):
    said = set()
    for names, release in all_releases_once(shared_data)[::4]:
        for extensions in {names, frozenset(), EU_PROFILE}:
            said |= same_remarks(oracle(extensions), extensions, release)
    assert said == {"additional-field", "open-code", "deprecated-field", "says-nothing"}


def test_remarks_on_everything_that_is_worth_a_word(oracle):
    release = {
        "ocid": "ocds-fiction-1",
        "ownNumber": 1,
        "buyer": {"id": "1", "contactPoint": {"name": "\t"}},
        "parties": [
            {"id": "1", "name": "A"},
            {"id": "2", "roles": ["buyer", "patron"], "name_cy": "Cyngor", "address": {}},
        ],
        "tender": {"id": "", "title": " ", "submissionMethod": ["pigeon"], "milestones": [], "colour": []},
        "awards": [{"id": "1", "amendments": [{"id": "1"}, {"rationale": "A longer term"}]}],
    }
    said = same_remarks(oracle(frozenset()), frozenset(), release)
    assert said == {"additional-field", "open-code", "deprecated-field", "says-nothing", "no-id-to-merge-by"}


def same_remarks(oracle: Oracle, extensions: frozenset[str], release: dict[str, Any]) -> set[str]:
    """The rules by which both remark on the same places; fails where they differ."""
    theirs = oracle.remarks(release)
    ours: dict[str, set[str]] = {rule: set() for rule in theirs}
    for problem in Validator(extensions).remarks(release):
        path, rule = problem.path, problem.rule.id
        if rule == "open-code":
            path = f"{path} {json.loads(problem.found)}"
        elif rule == "no-id-to-merge-by":
            path = f"{path}.id"
        ours[rule].add(path)
    for places in theirs, ours:
        places["additional-field"] = {path for path in places["additional-field"] if not path.startswith(FREE)}
        places["open-code"] = {place for place in places["open-code"] if not place.startswith(LENGTHENED)}
    # It looks into fields that nothing describes, too.
    theirs["says-nothing"] = {
        path for path in theirs["says-nothing"] if not any(path.startswith(own) for own in ours["additional-field"])
    }
    # Of fields that have the same name in different places, it names the deprecated ones of one place alone.
    assert theirs["deprecated-field"] <= ours["deprecated-field"]
    assert _names(theirs["deprecated-field"]) == _names(ours["deprecated-field"])
    assert {**theirs, "deprecated-field": set()} == {**ours, "deprecated-field": set()}
    return {rule for rule, paths in ours.items() if paths}


def _names(paths: set[str]) -> set[str]:
    return {path.rpartition(".")[2] for path in paths}
