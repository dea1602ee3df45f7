"""What a page of the documentation shows, taken apart: files to write, commands to run, Python to run, links."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

REPOSITORY = Path(__file__).parents[2]
PAGES = sorted({*REPOSITORY.glob("*.md"), *REPOSITORY.glob("docs/**/*.md")})

_FENCE = re.compile(r"^```(?P<about>[^\n`]*)\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)
_LINK = re.compile(r"(?<!\\)\]\((?P<target>[^)\s]+)\)")
_HEADING = re.compile(r"^#+ (?P<title>.+)$", re.MULTILINE)
_ANCHOR = re.compile(r'<a id="(?P<id>[^"]+)">(</a>)?')


@dataclass(frozen=True)
class Command:
    """A line after `$`, the exit code that it ends with, and the lines that the page shows below it."""

    line: str
    code: int
    shown: tuple[str, ...]


@dataclass(frozen=True)
class Block:
    """Fenced text: its language, the words after it, and where it begins."""

    language: str
    words: tuple[str, ...]
    text: str
    line: int

    @property
    def runs(self) -> bool:
        return "no-run" not in self.words

    def commands(self) -> Iterator[Command]:
        """The commands of a `console` block; a comment `# exit 1` says how one ends."""
        for piece in re.split(r"^\$ ", self.text.replace("\\\n", " "), flags=re.MULTILINE)[1:]:
            line, *shown = piece.splitlines()
            ends = re.search(r"# exit (\d+)\b", line)
            yield Command(line, int(ends[1]) if ends else 0, tuple(filter(str.strip, shown)))


def blocks(page: Path) -> list[Block]:
    """The fenced blocks of a page, in order."""
    text = page.read_text("utf-8")
    found = []
    for match in _FENCE.finditer(text):
        language, *words = match["about"].split() or [""]
        found.append(Block(language, tuple(words), match["text"], text.count("\n", 0, match.start()) + 1))
    return found


def links(page: Path) -> set[str]:
    """Where a page's links lead to, those in examples left out."""
    return {match["target"] for match in _LINK.finditer(_prose(page))}


def anchors(page: Path) -> set[str]:
    """The places in a page that a link can name: its headings, as forges write them, and its own anchors."""
    prose = _prose(page)
    titles = (_ANCHOR.sub("", match["title"]) for match in _HEADING.finditer(prose))
    headings = (re.sub(r"[^\w\- ]", "", title.lower()).strip().replace(" ", "-") for title in titles)
    return {*headings, *(match["id"] for match in _ANCHOR.finditer(prose))}


def _prose(page: Path) -> str:
    return _FENCE.sub("", page.read_text("utf-8"))
