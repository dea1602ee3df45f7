"""Corrections are entries beside the content, applied when reading, and undone only by another entry."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from candour.archive import Archive, ArchiveError, Replace, Undo, Withdraw, WithdrawnError
from candour.archive.correction import Change

RAW = b'{"value": 1e9999, "count": 007}'
SIGNED = {"reason": "not valid JSON; the notice says 12000", "by": "A. Person"}


def read(archive: Archive, receipt: str) -> bytes:
    with archive.open_corrected(receipt) as stream:
        return stream.read()


@pytest.fixture
def receipt(archive: Archive) -> str:
    return archive.add(RAW, source="s", name="n").id


def test_replacements_count_from_the_bytes_received_and_change_nothing_stored(archive: Archive, receipt: str) -> None:
    archive.correct(receipt, Replace(10, b"1e9999", b"12000.00"), **SIGNED)
    archive.correct(receipt, Replace(27, b"00", b""), **SIGNED)
    assert read(archive, receipt) == b'{"value": 12000.00, "count": 7}'
    assert archive.open(receipt).read() == RAW
    assert not list(archive.verify())


def test_an_entry_shows_who_says_what_why_and_when(archive: Archive, receipt: str) -> None:
    entry = archive.correct(receipt, Replace(10, b"1e9999", b"0"), **SIGNED)
    assert list(archive.corrections()) == [entry] == list(archive.corrections(receipt))
    assert (entry.receipt, entry.by, entry.reason) == (receipt, SIGNED["by"], SIGNED["reason"])
    assert entry.made.endswith("Z")
    assert archive.standing(receipt).ids == (entry.id,)


def test_an_undone_correction_no_longer_counts_and_is_still_shown(archive: Archive, receipt: str) -> None:
    entry = archive.correct(receipt, Replace(10, b"1e9999", b"0"), **SIGNED)
    undo = archive.correct(receipt, Undo(entry.id), **SIGNED)
    assert read(archive, receipt) == RAW
    assert list(archive.corrections(receipt)) == [entry, undo]
    assert archive.standing(receipt).ids == ()


def test_a_withdrawn_receipt_is_kept_but_not_used(archive: Archive, receipt: str) -> None:
    entry = archive.correct(receipt, Withdraw(), reason="sent by mistake", by="A. Person")
    with pytest.raises(WithdrawnError, match=r"by A\. Person: sent by mistake"):
        archive.open_corrected(receipt)
    assert archive.open(receipt).read() == RAW
    assert not archive.standing(receipt).uses("ocds-1", "r1")
    archive.correct(receipt, Undo(entry.id), **SIGNED)
    assert read(archive, receipt) == RAW


def test_one_release_can_be_withdrawn(archive: Archive, receipt: str) -> None:
    archive.correct(receipt, Withdraw("ocds-1", "r1"), **SIGNED)
    archive.correct(receipt, Withdraw("ocds-2"), **SIGNED)
    uses = archive.standing(receipt).uses
    assert [uses("ocds-1", "r1"), uses("ocds-1", "r2"), uses("ocds-2", None), uses("ocds-2", "r1")] == [
        False,
        True,
        False,
        False,
    ]
    assert read(archive, receipt) == RAW


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (Replace(10, b"1e9998", b"0"), "at byte 10"),
        (Replace(1000, b"x", b"0"), "has only 31 bytes"),
        (Replace(29, b"7}x", b"0"), "at byte 29"),
        (Replace(-1, b"x", b"0"), "offset of 0 or more"),
        (Replace(0, b"", b"0"), "old bytes"),
        (Replace(0, b"{", b"{"), "the same"),
        (Withdraw(release_id="r1"), "ocid"),
        (Undo("20260101T000000000000Z-0000000000000000"), "no correction"),
    ],
)
def test_what_does_not_fit_is_refused_and_not_recorded(
    archive: Archive, receipt: str, change: Change, message: str
) -> None:
    with pytest.raises(ArchiveError, match=message) as caught:
        archive.correct(receipt, change, **SIGNED)
    assert "\n" not in str(caught.value)
    assert not list(archive.corrections())


def test_what_is_said_already_is_refused(archive: Archive, receipt: str) -> None:
    entry = archive.correct(receipt, Replace(10, b"1e9999", b"0"), **SIGNED)
    with pytest.raises(ArchiveError, match="overlap"):
        archive.correct(receipt, Replace(15, b"9,", b"0,"), **SIGNED)
    archive.correct(receipt, Withdraw(), **SIGNED)
    with pytest.raises(ArchiveError, match="already"):
        archive.correct(receipt, Withdraw(), **SIGNED)
    undo = archive.correct(receipt, Undo(entry.id), **SIGNED)
    with pytest.raises(ArchiveError, match="already"):
        archive.correct(receipt, Undo(entry.id), **SIGNED)
    with pytest.raises(ArchiveError, match="itself an undo"):
        archive.correct(receipt, Undo(undo.id), **SIGNED)


def test_of_two_that_correct_the_same_bytes_at_once_one_is_refused(archive: Archive, receipt: str) -> None:
    def correct(new: bytes) -> bool:
        try:
            Archive.at(archive.folder).correct(receipt, Replace(10, b"1e9999", new), **SIGNED)
        except ArchiveError:
            return False
        return True

    with ThreadPoolExecutor(8) as pool:
        assert sum(pool.map(correct, [b"%d" % number for number in range(24)])) == 1
    assert not list(archive.verify())


@pytest.mark.parametrize("signed", [{"reason": "", "by": "me"}, {"reason": "why", "by": " "}])
def test_a_correction_without_reason_or_name_is_refused(
    archive: Archive, receipt: str, signed: dict[str, str]
) -> None:
    with pytest.raises(ArchiveError, match="reason and the name"):
        archive.correct(receipt, Withdraw(), **signed)


@pytest.mark.parametrize("wrong", ["../../etc/passwd", "", "20260101T000000000000Z-0000000000000000"])
def test_there_is_nothing_to_read_or_correct_without_a_receipt(archive: Archive, wrong: str) -> None:
    for act in (archive.open, archive.open_corrected, lambda it: archive.correct(it, Withdraw(), **SIGNED)):
        with pytest.raises(ArchiveError, match=r"no receipt"):
            act(wrong)
