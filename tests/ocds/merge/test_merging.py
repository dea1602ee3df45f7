"""What merging means: the documentation's example, order, and refusals in one line."""

import json
import re
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest

from candour.ocds.merge import MergeError, compiled_bytes, compiled_release, versioned_release
from candour.ocds.read.limits import LIMITS

PAGE = Path(__file__).parents[3] / "docs/explanation/merging.md"
OCID = "ocds-f1ct10-7"


def release(date: Any, **fields: Any) -> dict[str, Any]:
    return {"ocid": OCID, "id": str(date), "date": date, "tag": ["tender"], **fields}


def test_the_example_of_the_documentation_is_true() -> None:
    releases, compiled = map(json.loads, re.findall(r"```json\n(.*?)```", PAGE.read_text(), re.DOTALL))
    assert compiled_release(releases) == compiled
    assert json.loads(compiled_bytes([json.dumps(given).encode() for given in releases])) == compiled


def test_a_versioned_release_says_which_release_gave_each_value() -> None:
    releases = [release("2026-01-01T00:00:00Z", language="en"), release("2026-01-02T00:00:00Z", language="cy")]
    given = versioned_release(releases)["language"]
    assert [(value["releaseDate"], value["value"]) for value in given] == [
        ("2026-01-01T00:00:00Z", "en"),
        ("2026-01-02T00:00:00Z", "cy"),
    ]


def test_the_order_in_which_releases_are_given_does_not_matter() -> None:
    releases = [
        release(f"2026-01-0{day}T00:00:00Z", language=str(day), tender={"id": str(day)}) for day in range(1, 5)
    ]
    assert len({json.dumps(compiled_release(order), sort_keys=True) for order in permutations(releases)}) == 1
    assert len({json.dumps(versioned_release(order), sort_keys=True) for order in permutations(releases)}) == 1


@pytest.mark.parametrize(
    "dates",
    [
        ["2026-04-01T09:30:00+01:00", "2026-04-01T09:00:00Z"],
        ["2026-04-01T09:00:00Z", "2026-04-01T09:00:00.5Z"],
        ["2026-04-01", "2026-04-01T00:00:00Z"],
        ["9999-12-31T23:59:59Z", "9999-12-31T23:59:59-14:00"],
    ],
)
def test_dates_are_compared_as_instants_and_otherwise_as_text(dates: list[str]) -> None:
    releases = [release(date, language=date) for date in dates]
    for order in permutations(releases):
        assert compiled_release(order)["language"] == dates[-1]


def test_releases_of_one_date_stay_in_the_order_in_which_they_were_given() -> None:
    releases = [release("2026-04-01T09:00:00Z", language=language) for language in ("en", "cy")]
    assert compiled_release(releases)["language"] == "cy"
    assert compiled_release(releases[::-1])["language"] == "en"


DATED = release("2026-01-01T00:00:00Z")
REFUSALS: list[tuple[list[Any], str]] = [
    ([DATED, {"ocid": OCID, "id": "9"}], "a release without date cannot be put in order: release 9"),
    ([DATED, release(None)], "cannot be put in order: found 2026-01-01T00:00:00Z, None"),
    ([DATED, release(20260102)], "cannot be put in order"),
    (["text"], r"expected a release \(a JSON object\), found text"),
    ([DATED, ["list"]], r"expected a release \(a JSON object\)"),
    (
        [release("2026-01-01T00:00:00Z", buyer="text"), release("2026-01-02T00:00:00Z", buyer={"id": "1"})],
        "buyer: one release has an object, an earlier one has something else",
    ),
    ([release("2026-01-01T00:00:00Z", awards=[{"id": {"a": 1}}])], "awards.id: expected text or a whole number"),
]


@pytest.mark.parametrize(("releases", "message"), REFUSALS)
def test_what_cannot_be_merged_is_refused_in_one_line(releases: list[Any], message: str) -> None:
    sent = [json.dumps(given).encode() for given in releases]
    for merge, given in ((compiled_release, releases), (versioned_release, releases), (compiled_bytes, sent)):
        with pytest.raises(MergeError, match=message) as refused:
            merge(given)  # type: ignore[operator]
        assert "\n" not in str(refused.value)


@pytest.mark.parametrize("sent", [b"", b"{", b"[]", b"null", b'{"ocid": "\xff"}', b'{"a": 1e9999}', b"[" * 100_000])
def test_bytes_that_are_no_release_are_refused(sent: bytes) -> None:
    with pytest.raises(MergeError):
        compiled_bytes([sent])


def nested(objects: int, *, in_lists: bool) -> dict[str, Any]:
    """A release of so many objects inside one another, itself the outermost."""
    inside: dict[str, Any] = {"id": "1"}
    for _ in range(objects - 2):
        inside = {"id": "1", "a": [inside]} if in_lists else {"a": inside}
    return release("2026-01-01T00:00:00Z", b=inside)


@pytest.mark.parametrize("further", [[], [release("2026-01-02T00:00:00Z", language="cy")]])
def test_what_the_reader_lets_pass_is_merged(further: list[Any]) -> None:
    for allowed in (nested(LIMITS.depth, in_lists=False), nested(LIMITS.depth // 2, in_lists=True)):
        assert compiled_release([allowed, *further])["b"] == allowed["b"]


@pytest.mark.parametrize("further", [[], [release("2026-01-02T00:00:00Z", b={"id": None}), release("2026-01-03")]])
@pytest.mark.parametrize("in_lists", [False, True])
@pytest.mark.parametrize("objects", [LIMITS.depth + 1, 50_000])
def test_what_nests_deeper_is_refused(objects: int, in_lists: bool, further: list[Any]) -> None:
    with pytest.raises(MergeError, match="nested too deeply"):
        compiled_release([nested(objects, in_lists=in_lists), *further])
