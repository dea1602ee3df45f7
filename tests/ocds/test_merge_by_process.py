"""Merging a stream in any order gives each process once, whatever is wrong around it."""

import json
import random
from typing import Any

import pytest

from candour.ocds.merge import compiled_release
from candour.ocds.merge_by_process import CANNOT_MERGE, MergedProcess, merge_by_process
from candour.ocds.problems import Problem
from candour.ocds.read.package import Package
from candour.ocds.read.raw_release import RawRelease

PACKAGE = Package(*[None] * 5, ())


def release(process: int, day: int, **sections: Any) -> dict[str, Any]:
    date = f"2024-01-{day:02}T00:00:00Z"
    return {"ocid": f"ocds-213czf-{process}", "id": f"{process}-{day}", "date": date, "tag": ["tender"], **sections}


def raw(content: dict[str, Any]) -> RawRelease:
    data = json.dumps(content).encode()
    return RawRelease(content["ocid"], content["id"], content.get("date"), ("tender",), data, content["id"], PACKAGE)


@pytest.mark.parametrize("workers", [1, 2])
def test_each_process_is_merged_once_from_all_its_releases(workers: int) -> None:
    contents = [
        release(process, day, tender={"title": f"after {day}", "items": [{"id": str(day)}]})
        for process in range(200)
        for day in (1, 2, 3)
    ]
    random.Random(1).shuffle(contents)
    found = list(merge_by_process((raw(content) for content in contents), workers=workers))
    assert len(found) == 200
    for merged in found:
        assert isinstance(merged, MergedProcess)
        assert merged.releases == 3
        own = [content for content in contents if content["ocid"] == merged.ocid]
        assert json.loads(merged.data) == compiled_release(own)


@pytest.mark.parametrize("workers", [1, 2])
def test_problems_pass_through_and_a_process_that_cannot_be_merged_is_one(workers: int) -> None:
    given = Problem(rule=CANNOT_MERGE, path="", found="from the reader")
    clash = [release(1, 1, tender="text"), release(1, 2, tender={"title": "object"})]
    found = list(merge_by_process([given, *map(raw, clash), raw(release(2, 1))], workers=workers))
    assert given in found
    (problem,) = [item for item in found if isinstance(item, Problem) and item is not given and item.ocid]
    assert problem.ocid == "ocds-213czf-1"
    assert problem.position == "1-1"
    assert problem.found == "tender: one release has an object, an earlier one has something else"
    (merged,) = [item for item in found if isinstance(item, MergedProcess)]
    assert merged.ocid == "ocds-213czf-2"


def test_nothing_is_left_on_disk(tmp_path: Any) -> None:
    list(merge_by_process([raw(release(1, 1))], folder=tmp_path))
    assert list(tmp_path.iterdir()) == []
