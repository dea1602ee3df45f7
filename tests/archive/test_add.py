"""What is added is kept byte for byte, with its provenance."""

import hashlib
import io
import threading
from datetime import UTC, datetime
from pathlib import Path

import pytest

from candour.archive import Archive, ArchiveError


def files(archive: Archive, folder: str) -> list[Path]:
    return [path for path in (archive.folder / folder).rglob("*") if path.is_file()]


def test_a_receipt_says_what_was_received_from_whom_and_when(archive: Archive) -> None:
    receipt = archive.add(
        b"\x00 not even text \xff",
        source="a-publisher",
        name="page.json",
        url="https://example.org/page",
        licence="OGL-UK-3.0",
        publisher="A Publisher",
        media_type="application/json",
        received=datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC),
    )
    assert receipt.sha256 == hashlib.sha256(b"\x00 not even text \xff").hexdigest()
    assert (receipt.size, receipt.received) == (17, "2026-01-02T03:04:05.000000Z")
    assert archive.receipt(receipt.id) == receipt
    assert list(Archive.at(archive.folder, create=False).receipts()) == [receipt]


@pytest.mark.parametrize("content", [b"", b"x", b"ab" * 1_000_000])
def test_bytes_a_file_and_a_stream_come_back_as_they_were(archive: Archive, tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "file"
    path.write_bytes(content)
    for given in (content, path, io.BytesIO(content)):
        receipt = archive.add(given, source="s", name="n")
        with archive.open(receipt.id) as stream:
            assert stream.read() == content


def test_the_same_bytes_twice_are_two_receipts_of_one_object(archive: Archive) -> None:
    first, second = (archive.add(b"same", source="s", name="n") for _ in range(2))
    assert first.id != second.id
    assert first.sha256 == second.sha256
    assert [receipt.id for receipt in archive.receipts()] == sorted([first.id, second.id])
    assert len(files(archive, "objects")) == 1


def test_adding_the_same_bytes_again_puts_a_damaged_object_back(archive: Archive) -> None:
    first = archive.add(b"precious", source="s", name="n")
    (path,) = files(archive, "objects")
    path.chmod(0o644)
    path.write_bytes(b"rubbish")
    assert list(archive.verify())
    archive.add(b"precious", source="s", name="n")
    assert not list(archive.verify())
    assert archive.open(first.id).read() == b"precious"


def test_a_large_content_is_never_whole_in_memory(archive: Archive) -> None:
    class Endless(io.RawIOBase):
        largest, left = 0, 64 << 20

        def read(self, size: int = -1) -> bytes:
            assert 0 < size <= 1 << 20
            piece = min(size, self.left)
            self.left -= piece
            return b"\0" * piece

    receipt = archive.add(Endless(), source="s", name="zeros")  # type: ignore[arg-type]
    assert receipt.size == 64 << 20
    with archive.open(receipt.id) as stream:
        assert stream.read(10) == bytes(10)


def test_a_name_that_is_no_text_is_kept_as_far_as_it_is(archive: Archive) -> None:
    assert archive.add(b"", source="s", name="caf\udce9.json").name == "caf?.json"


def test_nothing_is_left_of_a_stream_that_fails(archive: Archive) -> None:
    class Broken(io.RawIOBase):
        def read(self, size: int = -1) -> bytes:
            raise ConnectionResetError("cut")

    with pytest.raises(ConnectionResetError):
        archive.add(Broken(), source="s", name="n")  # type: ignore[arg-type]
    assert not files(archive, "objects") + files(archive, "receipts") + files(archive, "incoming")


def test_opening_an_archive_leaves_a_living_writer_alone(archive: Archive) -> None:
    reading, go_on = threading.Event(), threading.Event()

    class Slow(io.BytesIO):
        def read(self, size: int | None = -1) -> bytes:
            reading.set()
            assert go_on.wait(10)
            return super().read(size)

    writer = threading.Thread(target=lambda: archive.add(Slow(b"late"), source="s", name="n"))
    writer.start()
    assert reading.wait(10)
    (archive.folder / "incoming" / "dead.part").write_bytes(b"half")
    Archive.at(archive.folder)
    assert len(files(archive, "incoming")) == 1, "the dead writer's goes, the living one's stays"
    go_on.set()
    writer.join()
    (receipt,) = archive.receipts()
    assert archive.open(receipt.id).read() == b"late"


def test_a_time_without_zone_is_refused(archive: Archive) -> None:
    with pytest.raises(ArchiveError, match="has no zone"):
        archive.add(b"x", source="s", name="n", received=datetime(2026, 1, 2))


@pytest.mark.parametrize("fields", [{"source": " ", "name": "n"}, {"source": "s", "name": ""}])
def test_a_receipt_without_source_or_name_is_refused(archive: Archive, fields: dict[str, str]) -> None:
    with pytest.raises(ArchiveError, match="source and a name"):
        archive.add(b"x", **fields)
    assert not list(archive.receipts())
