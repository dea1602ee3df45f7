"""Every kind of damage is found, and named with its receipt, its file and the next step."""

import fcntl
import random
import threading
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from candour.archive import Archive, ArchiveError, DamagedError, Fault, Receipt, Replace, Undo

Damage = Callable[[Path], object]


def flip(position: int) -> Damage:
    def damage(path: Path) -> None:
        content = bytearray(path.read_bytes())
        content[position] ^= 1
        overwrite(path, bytes(content))

    return damage


def overwrite(path: Path, content: bytes) -> None:
    path.chmod(0o644)
    path.write_bytes(content)


def truncate(path: Path) -> None:
    overwrite(path, path.read_bytes()[:-50])


def only(archive: Archive) -> Fault:
    (fault,) = archive.verify()
    assert "\n" not in str(fault)
    assert "; " in fault.message, "the next step follows"
    return fault


@pytest.fixture
def receipt(archive: Archive) -> Receipt:
    archive.add(b"another", source="s", name="other")
    return archive.add(b"some content " * 100, source="s", name="n")


def path_of(archive: Archive, pattern: str) -> Path:
    (path,) = archive.folder.glob(pattern)
    return path


@pytest.mark.parametrize("damage", [*map(flip, (0, 5, 12, 20, -1)), truncate, lambda path: overwrite(path, b"")])
def test_a_damaged_object_is_found_and_never_read_as_if_whole(
    archive: Archive, receipt: Receipt, damage: Damage
) -> None:
    path = path_of(archive, f"objects/*/{receipt.sha256}.zst")
    damage(path)
    fault = only(archive)
    assert (fault.kind, fault.receipt) == ("object", receipt.id)
    assert fault.file == path.relative_to(archive.folder).as_posix()
    assert fault.file in str(fault)
    assert "add the same file again" in str(fault)
    with suppress(DamagedError), archive.open(receipt.id) as stream:  # damage to the seal alone harms no reader
        assert stream.read() == b"some content " * 100


@pytest.mark.parametrize("share", [0.0, 0.3, 0.6])
def test_a_truncated_object_is_never_read_as_if_whole(archive: Archive, share: float) -> None:
    receipt = archive.add(random.Random(1).randbytes(500_000), source="s", name="n")
    path = path_of(archive, "objects/*/*.zst")
    overwrite(path, path.read_bytes()[: int(share * 500_000)])
    assert only(archive).receipt == receipt.id
    with archive.open(receipt.id) as stream, pytest.raises(DamagedError, match=r"holds .* bytes where 500000"):
        deque(iter(lambda: stream.read(1000), b""), maxlen=0)


def test_every_flipped_bit_of_a_small_object_is_found(archive: Archive) -> None:
    receipt = archive.add(b"bits", source="s", name="n")
    path = path_of(archive, f"objects/*/{receipt.sha256}.zst")
    whole = path.read_bytes()
    for position in range(len(whole) * 8):
        content = bytearray(whole)
        content[position // 8] ^= 1 << position % 8
        overwrite(path, bytes(content))
        assert [fault.receipt for fault in archive.verify()] == [receipt.id], position


def test_a_missing_object_names_every_receipt_of_it(archive: Archive, receipt: Receipt) -> None:
    second = archive.add(b"some content " * 100, source="s", name="again")
    path_of(archive, f"objects/*/{receipt.sha256}.zst").unlink()
    faults = list(archive.verify())
    assert [(fault.kind, fault.receipt) for fault in faults] == [("object", receipt.id), ("object", second.id)]
    assert "missing" in faults[0].message


def test_another_object_in_its_place_is_found(archive: Archive, receipt: Receipt) -> None:
    other = archive.add(b"SOME CONTENT " * 100, source="s", name="n")
    wrong = path_of(archive, f"objects/*/{other.sha256}.zst").read_bytes()
    overwrite(path_of(archive, f"objects/*/{receipt.sha256}.zst"), wrong)
    assert "other bytes than its name says" in only(archive).message


@pytest.mark.parametrize(
    ("damage", "message"),
    [
        (truncate, "no valid JSON"),
        (lambda path: overwrite(path, b"\xff\xfe"), "no valid JSON"),
        (lambda path: overwrite(path, path.read_bytes().replace(b'"n"', b'"m"')), "not as it was written"),
    ],
)
def test_a_damaged_receipt_is_found(archive: Archive, receipt: Receipt, damage: Damage, message: str) -> None:
    damage(path_of(archive, f"receipts/*/{receipt.id}.json"))
    faults = {fault.kind: fault for fault in archive.verify()}
    assert set(faults) == {"receipt", "orphan"}
    assert faults["receipt"].receipt == receipt.id
    assert message in faults["receipt"].message
    with pytest.raises(DamagedError, match=message):
        archive.receipt(receipt.id)


def test_an_object_without_receipt_is_an_orphan(archive: Archive, receipt: Receipt) -> None:
    path_of(archive, f"receipts/*/{receipt.id}.json").unlink()
    fault = only(archive)
    assert (fault.kind, fault.receipt) == ("orphan", None)
    assert receipt.sha256 in fault.file


@pytest.mark.parametrize("place", ["receipts/notes.txt", "objects/x.zst", "corrections/readme.md"])
def test_a_file_that_is_none_of_ours_is_reported(archive: Archive, place: str) -> None:
    (archive.folder / place).write_text("hello")
    fault = only(archive)
    assert (fault.kind, fault.file) == ("stranger", place)


def test_damaged_and_missing_corrections_are_found(archive: Archive, receipt: Receipt) -> None:
    entry = archive.correct(receipt.id, Replace(0, b"s", b"S"), reason="r", by="b")
    archive.correct(receipt.id, Undo(entry.id), reason="r", by="b")
    path = path_of(archive, f"corrections/*/{entry.id}.json")
    whole = path.read_bytes()
    overwrite(path, whole.replace(b'"r"', b'"q"'))
    fault = only(archive)
    assert (fault.kind, fault.receipt) == ("correction", receipt.id)
    with pytest.raises(ArchiveError, match="not as it was written"):
        archive.open_corrected(receipt.id)
    path.unlink()
    assert f"undoes {entry.id}, which is not here" in only(archive).message


def test_verifying_reports_how_far_it_is(archive: Archive, receipt: Receipt) -> None:
    seen: list[tuple[int, int, str]] = []
    assert not list(archive.verify(lambda *step: seen.append(step)))
    assert seen == [(0, 2, "other"), (1, 2, "n"), (2, 2, "")]


def test_it_waits_for_a_writer_between_its_object_and_its_receipt(archive: Archive, receipt: Receipt) -> None:
    path = path_of(archive, f"receipts/*/{receipt.id}.json")
    faults: list[Fault] = []
    verifier = threading.Thread(target=lambda: faults.extend(archive.verify()))
    with (archive.folder / "lock").open() as lock:
        fcntl.flock(lock, fcntl.LOCK_SH)  # as a writer holds it
        aside = path.rename(archive.folder / "incoming" / path.name)
        verifier.start()
        verifier.join(0.1)
        aside.rename(path)
    verifier.join()
    assert not faults
