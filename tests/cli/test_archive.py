import json

import pytest

RELEASE = {"ocid": "ocds-213czf-1", "id": "1", "date": "2026-01-01T00:00:00Z", "tag": ["tender"]}


@pytest.fixture
def notices(tmp_path):
    path = tmp_path / "notices.jsonl"
    path.write_text(json.dumps(RELEASE) + "\n{ broken\n" + json.dumps(RELEASE | {"id": "2"}) + "\n")
    return path


def test_what_is_refused_is_named_and_the_rest_is_kept(candour, notices):
    ran = candour("add", notices, "--json")
    assert ran.code == 1
    (added,) = ran.json
    assert (added["releases"], added["refused"]) == (2, 1)
    assert "notices.jsonl" in added["examples"][0]
    assert candour("archive", "list", "--json").json[0]["name"] == "notices.jsonl"


def test_a_flipped_bit_is_found_and_its_receipt_named(candour, notices, tmp_path):
    receipt = candour("add", notices, "--json").json[0]["receipt"]["id"]
    assert candour("archive", "verify").code == 0
    (object_file,) = (path for path in (tmp_path / "candour-data/archive/objects").rglob("*") if path.is_file())
    content = bytearray(object_file.read_bytes())
    content[len(content) // 2] ^= 1
    object_file.chmod(0o644)
    object_file.write_bytes(content)
    ran = candour("archive", "verify", "--json")
    assert ran.code == 1
    assert [fault["receipt"] for fault in ran.json["faults"]] == [receipt]


def test_a_correction_is_shown_counts_when_reading_and_can_be_undone(candour, notices):
    receipt = candour("add", notices, "--json").json[0]["receipt"]["id"]
    why = ("--reason", "sent by mistake", "--by", "A. Clerk")
    withdrawn = candour("archive", "withdraw", receipt, "--ocid", RELEASE["ocid"], "--release", "2", *why, "--json")
    assert withdrawn.code == 0
    assert candour("archive", "list", "--json").json[0]["id"] == receipt
    shown = candour("archive", "show", receipt, "--json").json
    assert [entry["reason"] for entry in shown["corrections"]] == ["sent by mistake"]
    assert candour("archive", "undo", receipt, withdrawn.json["id"], *why).code == 0
    kinds = [entry["change"]["kind"] for entry in candour("archive", "corrections", "--json").json]
    assert kinds == ["withdraw", "undo"]


def test_a_replacement_that_does_not_fit_is_refused_in_one_line(candour, notices):
    receipt = candour("add", notices, "--json").json[0]["receipt"]["id"]
    ran = candour(
        *("archive", "correct", receipt, "--at", "0", "--old", "xyz", "--new", "abc", "--reason", "r", "--by", "b")
    )
    assert ran.code == 3
    assert ran.err.startswith("candour: ")
    assert ran.err.count("\n") == 1


def test_errors_are_one_line_with_the_next_step(candour):
    for arguments in (("archive", "list"), ("add", "no-such-file.json")):
        ran = candour(*arguments)
        assert ran.code == 3
        assert ran.err.count("\n") == 1, ran.err
