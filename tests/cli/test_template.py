"""`candour template`: an empty workbook, an example, there and back, and one line for what cannot be done."""

import json


def test_an_empty_workbook_says_what_is_needed(candour, tmp_path):
    assert candour("template", "new", "contract.xlsx", "--kind", "contract").code == 0
    ran = candour("template", "read", "contract.xlsx", "--to", "contract.json", "--json")
    assert ran.code == 1
    assert ran.json["written"] is False
    first = ran.json["problems"][0]
    assert (first["place"]["tab"], first["place"]["letter"], first["found"]) == ("The contract", "B", "nothing")
    assert not (tmp_path / "contract.json").exists()


def test_an_example_goes_there_and_back(candour, tmp_path):
    for kind in ("contract", "statement"):
        assert candour("template", "new", "example.xlsx", "--kind", kind, "--example", "--replace").code == 0
        assert candour("template", "read", "example.xlsx", "--to", f"{kind}.json").code == 0
        assert candour("template", "fill", f"{kind}.json", "--to", "again.xlsx", "--replace").code == 0
        assert (tmp_path / "again.xlsx").read_bytes() == (tmp_path / "example.xlsx").read_bytes()
    assert candour("check", "contract.json").code == 0


def test_what_a_workbook_cannot_hold_is_named_and_kept(candour, tmp_path):
    lots = {"tender": {"id": "1", "lots": [{"id": "a"}]}}
    package = {
        "uri": "https://ambermere.example/1", "publishedDate": "2026-04-01T00:00:00Z", "version": "1.1",
        "publisher": {"name": "Ambermere Council (fictional)"}, "extensions": ["https://ambermere.example/extension.json"],
        "releases": [
            {"ocid": "ocds-f1ct10-1", "id": str(number), "date": "2026-04-01T00:00:00Z", "tag": ["tender"],
             "initiationType": "tender", "language": "en", **lots}
            for number in range(2)
        ],
    }  # fmt: skip
    (tmp_path / "all.json").write_text(json.dumps(package))
    ran = candour("template", "fill", "all.json", "--to", "all.xlsx")
    assert ran.code == 3
    assert "releases[0].tender.lots, releases[1]" in ran.err
    assert candour("template", "fill", "all.json", "--to", "all.xlsx", "--rest", "rest.json").code == 0
    assert candour("template", "read", "all.xlsx", "--with", "rest.json", "--to", "back.json").code == 0
    assert json.loads((tmp_path / "back.json").read_text()) == package
    ran = candour(
        "template", "fill", "all.json", "--to", "one.xlsx", "--release", "1", "--rest", "one.json", "--json"
    )
    assert ran.json["kept"] == ["releases[0].tender.lots"]


def test_nothing_is_written_over(candour, tmp_path):
    (tmp_path / "mine.xlsx").write_bytes(b"a day's work")
    ran = candour("template", "new", "mine.xlsx", "--kind", "contract")
    assert (ran.code, ran.err) == (3, "candour: mine.xlsx exists; name another file, or say --replace\n")
    assert (tmp_path / "mine.xlsx").read_bytes() == b"a day's work"


def test_what_cannot_be_done_is_one_line(candour, tmp_path):
    (tmp_path / "text.json").write_text("no JSON")
    for words in (
        ("new", "a.xlsx", "--kind", "tender"),
        ("new", "a.ods", "--kind", "contract"),
        ("fill", "text.json", "--to", "a.xlsx"),
        ("fill", "gone.json", "--to", "a.xlsx"),
        ("read", "text.json", "--to", "a.json"),
        ("read", "gone.xlsx", "--to", "a.json"),
    ):
        ran = candour("template", *words)
        assert (ran.code, ran.err.count("\n")) == (3, 1), ran.err
