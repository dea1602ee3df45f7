"""The documentation is true: what its pages show is run, page by page in an empty folder, and links lead somewhere.

In a page,

- a block ```` ```console ```` holds commands after `$`, run by a shell. They end well unless `# exit 1` says
  otherwise. Lines below a command appear in its output, in that order; `…` stands for anything, and spaces and the
  lines that tables are drawn with do not count. `RECEIPT` stands for the first id in the last list of receipts, and
  `CORRECTION` for the correction that was made last;
- a block whose language is followed by a file name, such as ```` ```json page.json ````, is written into that file;
- blocks ```` ```python ```` of one page are one script; a block ```` ```text ```` after one shows what it prints;
- the word `no-run` after the language says that a block needs what a test has not, such as a network; `needs-java`
  that the rest of the page is skipped where there is no Java.
"""

import contextlib
import io
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from .pages import PAGES, REPOSITORY, anchors, blocks, links

RUNNING = ("console", "python")
IDS = {
    "RECEIPT": re.compile(r"^│ ?(\d{8}T\d+Z-[0-9a-f]{16})", re.MULTILINE),
    "CORRECTION": re.compile(r"^Correction (\S+) recorded", re.MULTILINE),
}


def name(page: Path) -> str:
    return str(page.relative_to(REPOSITORY))


def plain(text: str) -> str:
    """The text without the lines that tables are drawn with, and with single spaces."""
    return " ".join(re.sub(r"[\u2500-\u257f|]", " ", text).split())


def assert_shows(output: str, shown: tuple[str, ...]) -> None:
    """Every line that is shown appears in the output, after the one before it."""
    found, begin = plain(output), 0
    for line in shown:
        pattern = ".*?".join(map(re.escape, plain(line).split("…")))
        match = re.compile(pattern).search(found, begin)
        assert match, f"the page shows\n  {line}\nafter which the output has\n{output}"
        begin = match.end()


class Shell:
    """Runs command lines in a folder, with `candour` among the commands."""

    def __init__(self, folder: Path, commands: Path) -> None:
        self.folder = folder
        self.ids: dict[str, str] = {}
        commands.mkdir()
        script = commands / "candour"
        script.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m candour "$@"\n')
        script.chmod(0o755)
        self.environment = {**os.environ, "PATH": f"{commands}:{os.environ['PATH']}", "NO_COLOR": "1"}

    def run(self, line: str) -> tuple[int, str]:
        """The exit code, and what was printed on the page and aside."""
        for word, found in self.ids.items():
            line = re.sub(rf"\b{word}\b", found, line)
        command = ["bash", "-c", line]
        done = subprocess.run(
            command, cwd=self.folder, env=self.environment, capture_output=True, timeout=300, check=False
        )
        output = (done.stdout + done.stderr).decode()
        for word, pattern in IDS.items():
            if match := pattern.search(output):
                self.ids[word] = match[1]
        return done.returncode, output


def runs(page: Path) -> bool:
    return any(block.language in RUNNING and block.runs for block in blocks(page))


@pytest.mark.parametrize("page", [*filter(runs, PAGES)], ids=name)
def test_what_the_page_shows_happens(page, tmp_path, monkeypatch):
    folder = tmp_path / "empty"
    folder.mkdir()
    monkeypatch.chdir(folder)
    shell = Shell(folder, tmp_path / "commands")
    script: dict[str, object] = {"__name__": "page"}
    printed = ""
    for block in filter(lambda block: block.runs, blocks(page)):
        if "needs-java" in block.words and not shutil.which("java"):
            pytest.skip("there is no Java on this machine")
        if block.language == "console":
            for command in block.commands():
                code, output = shell.run(command.line)
                assert code == command.code, f"{name(page)}:{block.line}: {command.line}\n{output}"
                assert_shows(output, command.shown)
        elif block.language == "python":
            with contextlib.redirect_stdout(io.StringIO()) as out:
                exec(compile("\n" * block.line + block.text, page, "exec"), script)
            printed = out.getvalue()
        elif block.language == "text" and script:
            assert_shows(printed, tuple(filter(str.strip, block.text.splitlines())))
        elif block.words:
            (folder / block.words[0]).write_text(block.text, "utf-8")


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_links_lead_somewhere(page):
    for link in sorted(links(page)):
        if "://" in link or link.startswith("mailto:"):
            continue
        path, _, anchor = link.partition("#")
        target = (page.parent / path).resolve() if path else page
        assert target.is_relative_to(REPOSITORY), f"{link} leaves the repository"
        assert target.exists(), f"{link} leads nowhere"
        assert not anchor or anchor in anchors(target), f"{link}: {name(target)} has no such place"


def test_every_page_is_in_the_list_of_pages():
    contents = REPOSITORY / "docs" / "README.md"
    listed = {(contents.parent / link.partition("#")[0]).resolve() for link in links(contents)}
    assert not {*PAGES} - listed - {contents}, "docs/README.md does not list these pages"
