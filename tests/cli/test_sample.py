import json


def test_lines_are_marked_as_fictional_and_the_same_every_time(candour):
    first, second = (candour("sample", "-n", "3", "--seed", "5") for _ in range(2))
    assert first.code == 0
    assert first.out == second.out
    ocids = {json.loads(line)["ocid"] for line in first.out.splitlines()}
    assert len(ocids) == 3
    assert all(ocid.startswith("ocds-f1ct10-") for ocid in ocids)


def test_a_folder_of_packages_can_be_added(candour):
    made = candour("sample", "-n", "30", "--to", "sample", "--form", "packages", "--json").json
    added = candour("add", "sample", "--json")
    assert sum(one["releases"] for one in added.json) == made["releases"] > 60
