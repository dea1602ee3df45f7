"""The sample as files."""

import io
import json

import pytest

from candour.sample import PREFIX, processes, write
from candour.sample.writing import LATIN_EVERY


def test_lines_are_the_releases_in_order():
    stream = io.BytesIO()
    count = write(stream, n=40, seed=2)
    lines = [json.loads(line) for line in stream.getvalue().splitlines()]
    assert lines == [release for process in processes(40, 2) for release in process]
    assert count == len(lines)


def test_a_folder_of_lines_is_one_file(tmp_path):
    write(tmp_path / "new" / "folder", n=5, seed=2)
    assert [path.name for path in (tmp_path / "new" / "folder").iterdir()] == ["releases.jsonl"]


def test_packages_hold_every_release_once_under_its_publisher(tmp_path):
    count = write(tmp_path, n=900, seed=2, form="packages")
    held = []
    for path in sorted(tmp_path.iterdir()):
        package = json.loads(_text(path.read_bytes()))
        assert package["publisher"]["name"].startswith("Fictional sample")
        assert package["version"] == "1.1"
        assert package["uri"].split("/")[2].endswith(".example")
        assert path.name.startswith(package["publisher"]["name"].split()[2][:5].lower()) or "provider" in path.name
        held += package["releases"]
    assert len(held) == count
    expected = [release for process in processes(900, 2) for release in process]
    assert sorted(map(json.dumps, held)) == sorted(map(json.dumps, expected))


def test_some_files_of_the_noticeboard_are_not_utf_8(tmp_path):
    write(tmp_path, n=4000, seed=2, form="packages")
    broken = []
    for path in tmp_path.iterdir():
        try:
            path.read_bytes().decode()
        except UnicodeDecodeError:
            broken.append(path.name)
    assert f"noticeboard-{LATIN_EVERY:06d}.json" in broken
    assert all(name.startswith("noticeboard-") for name in broken)


def test_records_gather_the_releases_of_a_process():
    stream = io.BytesIO()
    count = write(stream, n=120, seed=2, form="records")
    packages = [json.loads(line) for line in stream.getvalue().splitlines()]
    records = [record for package in packages for record in package["records"]]
    assert [record["releases"] for record in records] == [process.releases for process in processes(120, 2)]
    assert sum(len(record["releases"]) for record in records) == count


def test_progress_is_told_to_the_end():
    told = []
    write(io.BytesIO(), n=2500, seed=2, progress=told.append)
    assert told == [1000, 2000, 2500]


@pytest.mark.parametrize("form", ["lines", "packages", "records"])
def test_nothing_is_written_for_no_processes(form):
    stream = io.BytesIO()
    assert write(stream, n=0, form=form) == 0
    assert stream.getvalue() == b""


def test_every_line_says_that_it_is_fictional():
    for process in processes(300, 2):
        for release in process:
            text = json.dumps(release)
            assert PREFIX in text
            assert "ictional" in text, release["tag"]


def _text(content: bytes) -> str:
    try:
        return content.decode()
    except UnicodeDecodeError:
        return content.decode("iso-8859-1")
