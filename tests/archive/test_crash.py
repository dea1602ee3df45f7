"""A crash at any instant loses nothing that was acknowledged and leaves no half file visible."""

import os
import random
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from candour.archive import Archive

KILLS = 220
ADDER = Path(__file__).with_name("adder.py")


@pytest.fixture
def adder() -> Iterator[subprocess.Popen[str]]:
    with subprocess.Popen(
        [sys.executable, str(ADDER)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1
    ) as process:
        yield process
        assert process.stdin
        process.stdin.close()


def killed_while_adding(
    adder: subprocess.Popen[str], folder: Path, seed: int, acknowledgements: int, seconds: float
) -> list[list[str]]:
    """What one child acknowledged before it was killed, `seconds` after so many acknowledgements.

    Counting from what it has done, not from its start alone, kills it in the middle of work on a slow machine too.
    """
    assert adder.stdin
    assert adder.stdout
    adder.stdin.write(f"{folder} {seed}\n")
    child = int(adder.stdout.readline().split()[1])
    lines = [adder.stdout.readline().split() for _ in range(acknowledgements)]
    timer = threading.Timer(seconds, os.kill, (child, signal.SIGKILL))
    timer.start()
    lines += [line.split() for line in iter(adder.stdout.readline, "dead\n")]
    timer.join()
    assert not [line for line in lines if line[0] == "failed"], lines
    return lines


def test_killing_a_writer_at_random_points_loses_nothing(adder: subprocess.Popen[str], tmp_path: Path) -> None:
    chance = random.Random(20261121)
    folder = tmp_path / "archive"
    acknowledged: list[list[str]] = []
    leftovers = 0
    for kill in range(KILLS):
        acknowledged += killed_while_adding(adder, folder, kill, chance.randrange(4), chance.uniform(0, 0.01))
        leftovers += any((folder / "incoming").glob("*"))
        if kill % 40 == 0:
            assert not list(Archive.at(folder).verify())

    archive = Archive.at(folder)
    assert not list((folder / "incoming").iterdir())
    assert not list(archive.verify())
    assert leftovers > KILLS / 10, "too few were killed in the middle of writing to prove anything"
    receipts = {receipt.id: receipt.sha256 for receipt in archive.receipts()}
    assert {id_: sha256 for kind, id_, sha256 in acknowledged if kind == "receipt"}.items() <= receipts.items()
    corrections = {entry.id for entry in archive.corrections()}
    assert {id_ for kind, id_, _ in acknowledged if kind == "correction"} <= corrections
    assert len(acknowledged) > KILLS


def test_several_processes_add_at_once(tmp_path: Path) -> None:
    program = (
        "import sys; from candour.archive import Archive\n"
        "archive = Archive.at(sys.argv[1])\n"
        "for number in range(40): print(archive.add(b'%d' % (number % 7), source='s', name='n').id)"
    )
    command = [sys.executable, "-c", program, str(tmp_path / "archive")]
    Archive.at(tmp_path / "archive")
    writers = [subprocess.Popen(command, stdout=subprocess.PIPE, text=True) for _ in range(4)]
    while any(writer.poll() is None for writer in writers):
        assert not list(Archive.at(tmp_path / "archive").verify()), "what is just being added is no fault"
    ids = [line for writer in writers for line in writer.communicate()[0].split()]
    archive = Archive.at(tmp_path / "archive", create=False)
    assert len(ids) == 160
    assert [receipt.id for receipt in archive.receipts()] == sorted(ids)
    assert len({receipt.sha256 for receipt in archive.receipts()}) == 7
    assert not list(archive.verify())


def test_a_receipt_that_was_whole_when_its_writer_died_is_let_in(archive: Archive) -> None:
    receipt = archive.add(b"x", source="s", name="n")
    (path,) = (archive.folder / "receipts").rglob("*.json")
    path.rename(archive.folder / "incoming" / path.name)  # as if killed just before the last rename
    assert not list(archive.receipts())
    assert [found.id for found in Archive.at(archive.folder).receipts()] == [receipt.id]
