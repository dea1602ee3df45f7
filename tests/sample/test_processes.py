"""The sample is fictional, deterministic, and wrong only where it means to be."""

import json
from itertools import islice

import pytest

from candour.sample import PREFIX, processes

N = 6000


@pytest.fixture(scope="module")
def sample():
    return list(processes(N, 7))


def test_the_same_seed_gives_the_same_bytes():
    assert [p.releases for p in processes(50, 3)] == [p.releases for p in processes(50, 3)]
    assert [p.releases for p in processes(50, 3)] != [p.releases for p in processes(50, 4)]


def test_the_first_hundred_of_a_thousand_are_the_hundred():
    assert [p.releases for p in islice(processes(1000, 3), 100)] == [p.releases for p in processes(100, 3)]


def test_a_part_is_the_same_as_in_the_whole():
    assert [p.releases for p in processes(60, 3, start=37)] == [p.releases for p in processes(60, 3)][37:]


@pytest.mark.parametrize("wrong", [{"n": -1}, {"n": 1, "seed": -1}, {"n": 1, "start": -1}])
def test_negative_numbers_are_refused(wrong):
    with pytest.raises(ValueError, match="not negative"):
        next(processes(**wrong))


def test_every_ocid_is_of_the_sample_and_occurs_once(sample):
    assert all(p.ocid.startswith(f"{PREFIX}-") for p in sample)
    assert len({p.ocid for p in sample}) == N
    assert all(release["ocid"] == p.ocid for p in sample for release in p)


def test_three_releases_a_process_of_four_to_six_kilobytes(sample):
    releases = [release for p in sample for release in p]
    assert 2.8 < len(releases) / N < 3.2
    assert 4000 < sum(len(json.dumps(r, ensure_ascii=False).encode()) for r in releases) / len(releases) < 6000


def test_every_process_is_published_at_least_once_and_in_order(sample):
    for process in sample:
        assert process.publications
        dates = [release["date"][:10] for release in process]
        assert dates == sorted(dates) or "release twice" in process.faults


def test_nothing_is_shared_between_releases(sample):
    seen = set()
    for process in sample[:300]:
        for release in process:
            for part in _containers(release):
                assert id(part) not in seen
                seen.add(id(part))


def _containers(value):
    if isinstance(value, dict | list):
        yield value
        for part in value.values() if isinstance(value, dict) else value:
            yield from _containers(part)
