"""What cannot be done is said in one line, and leaves the archive as it was."""

import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from candour.archive import Archive, ArchiveError

FULL_DISK = """
import random, resource, sys
from candour.archive import Archive, ArchiveError
archive = Archive.at(sys.argv[1])
resource.setrlimit(resource.RLIMIT_FSIZE, (50_000, 50_000))
try:
    archive.add(random.Random(1).randbytes(400_000), source="s", name="n")
except ArchiveError as error:
    print(error)
"""

READ_ONLY = """
import os, sys
from candour.archive import Archive, ArchiveError
if os.geteuid() == 0:
    os.setuid(65534)
archive = Archive.at(sys.argv[1])
print([archive.open(receipt.id).read() for receipt in archive.receipts()], len(list(archive.verify())))
for act in (lambda: archive.add(b"y", source="s", name="n"), lambda: Archive.at(sys.argv[1] + "/new")):
    try:
        act()
    except ArchiveError as error:
        print(error)
"""


def run(program: str, folder: Path) -> list[str]:
    done = subprocess.run([sys.executable, "-c", program, str(folder)], capture_output=True, text=True, check=False)
    assert not done.stderr
    return done.stdout.splitlines()


@pytest.fixture
def public_folder() -> Iterator[Path]:
    """A folder that other users can reach, as `tmp_path` is not."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        yield folder
        for path in folder.rglob("*"):
            path.chmod(0o755)


def test_a_full_disk_is_one_line_and_nothing_is_recorded(archive: Archive) -> None:
    kept = archive.add(b"before", source="s", name="n")
    (line,) = run(FULL_DISK, archive.folder)
    assert f"cannot write to the archive {archive.folder}: file too large" in line
    assert "nothing was recorded" in line
    assert not list((archive.folder / "incoming").iterdir())
    assert [receipt.id for receipt in archive.receipts()] == [kept.id]
    assert not list(archive.verify())


def test_a_read_only_archive_can_be_read_and_verified(public_folder: Path) -> None:
    archive = Archive.at(public_folder / "archive")
    archive.add(b"x", source="s", name="n")
    (archive.folder / "incoming" / "dead.part").touch()
    for path in sorted(archive.folder.rglob("*"), reverse=True):
        path.chmod(0o555 if path.is_dir() else 0o444)
    archive.folder.chmod(0o555)
    read, add, create = run(READ_ONLY, archive.folder)
    assert read == "[b'x'] 0"
    assert "permission denied" in add
    assert "nothing was recorded" in add
    assert "holds" in create or "permission denied" in create


def test_a_folder_that_is_no_archive_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "holiday.jpg").touch()
    with pytest.raises(ArchiveError, match=r"is no archive: .*holiday\.jpg.*; name an empty folder"):
        Archive.at(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["holiday.jpg"]
    with pytest.raises(ArchiveError, match="is a file"):
        Archive.at(tmp_path / "holiday.jpg")


def test_no_archive_is_made_where_none_is_wanted(tmp_path: Path) -> None:
    for folder in (tmp_path, tmp_path / "new"):
        with pytest.raises(ArchiveError, match="there is no archive in"):
            Archive.at(folder, create=False)
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("marker", ['{"format": "candour-archive/9"}', "[]"])
def test_an_archive_of_a_later_format_is_refused(archive: Archive, marker: str) -> None:
    path = archive.folder / "candour-archive.json"
    path.chmod(0o644)
    path.write_text(marker)
    with pytest.raises(ArchiveError, match="use a newer Candour"):
        Archive.at(archive.folder)


def test_a_creation_that_was_interrupted_is_gone_on_with(tmp_path: Path) -> None:
    (tmp_path / "incoming").mkdir()
    (tmp_path / "objects").mkdir()
    assert not list(Archive.at(tmp_path).verify())


def test_a_file_that_is_not_there_is_one_line(archive: Archive, tmp_path: Path) -> None:
    with pytest.raises(ArchiveError, match=r"cannot read .*missing: no such file or directory; check the path"):
        archive.add(tmp_path / "missing", source="s", name="n")
