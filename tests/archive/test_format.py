"""The archive can be read with zstd and jq alone, as docs/reference/archive-format.md says."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from candour.archive import Archive, Replace

PAGE = Path(__file__).parents[2] / "docs" / "reference" / "archive-format.md"

pytestmark = pytest.mark.skipif(
    not all(map(shutil.which, ("zstd", "jq", "sha256sum", "sh"))),
    reason="zstd, jq or sha256sum is not installed here",
)


def run(number: int, folder: Path, **variables: str) -> str:
    """What the page's shell command of this number prints."""
    command = re.findall(r"```sh\n(.*?)```", PAGE.read_text(), re.DOTALL)[number]
    done = subprocess.run(
        ["sh", "-euc", command],
        cwd=folder,
        env={"PATH": "/usr/bin:/bin", **variables},
        capture_output=True,
        text=True,
    )
    assert not done.stderr
    return done.stdout


def test_the_commands_of_the_page_do_what_it_says(archive: Archive) -> None:
    first = archive.add(b'{"value": 1e9999}', source="a-source", name="first.json")
    second = archive.add(b"", source="b-source", name="second.json")
    archive.correct(first.id, Replace(10, b"1e9999", b"12"), reason="no number", by="A. Person")

    lines = [line.split("\t")[1:4] for line in run(0, archive.folder).splitlines()]
    assert lines == [["a-source", "first.json", first.sha256], ["b-source", "second.json", second.sha256]]
    assert run(1, archive.folder, id=first.id) == '{"value": 1e9999}'
    assert run(2, archive.folder) == ""
    assert run(3, archive.folder).split("\t")[1:] == ["A. Person", "no number", "replace", "1e9999", "12\n"]


def test_its_check_finds_damage(archive: Archive) -> None:
    first = archive.add(b"first", source="s", name="n")
    second = archive.add(b"second", source="s", name="n")
    (receipt,) = archive.folder.glob(f"receipts/*/{first.id}.json")
    receipt.chmod(0o644)
    receipt.write_bytes(receipt.read_bytes() + b" ")
    of_first, of_second = (next(archive.folder.glob(f"objects/*/{each.sha256}.zst")) for each in (first, second))
    of_first.chmod(0o644)
    of_first.write_bytes(of_second.read_bytes())
    found = {archive.folder / line for line in run(2, archive.folder).splitlines()}
    assert found == {receipt, of_first}
