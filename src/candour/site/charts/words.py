"""Text in a picture: how wide it is, and how it is broken into lines, before anything is drawn."""

import unicodedata
from functools import lru_cache

from candour.site.charts.look import TEXT, Width

_ADVANCES = {
    191: "'",
    222: "ijl",
    260: "|",
    278: " !,./:;I[\\]ft",
    333: "()-`r",
    334: "{}",
    355: '"',
    389: "*",
    469: "^",
    500: "Jcksvxyz",
    556: "#$0123456789?L_abdeghnopqu£–",
    584: "+<=>~−",
    611: "FTZ",
    667: "&ABEKPSVXY",
    722: "CDHNRUw",
    778: "GOQ",
    833: "Mm",
    889: "%",
    944: "W",
    1015: "@",
}
"""How far fonts of Arial's measure go on after a character, in thousandths of their size."""

_ADVANCE = {character: advance for advance, characters in _ADVANCES.items() for character in characters}
_OTHER, _WIDE = 700, 1000
_ROOM = 1.06
"""Somebody's font may be a little wider than ours."""

_BOLD = 1.08
LEADING = 1.25
"""From a line of text to the next, in sizes."""

_MOST_CHARACTERS = 400


def clean(text: str, *, most: int = _MOST_CHARACTERS) -> str:
    """The text on one line, at most so long, without characters that no SVG can hold or that would turn it round."""
    kept = "".join(_shown(character) for character in text[: 4 * most])
    one_line = " ".join(kept.split())
    return one_line if len(one_line) <= most else one_line[: most - 1] + "…"


def _shown(character: str) -> str:
    if character.isspace():
        return " "
    # Control characters, halves of pairs, places without a character, and orders to change the direction of reading.
    return "" if unicodedata.category(character) in {"Cc", "Cs", "Cn", "Co", "Cf"} else character


def measure(text: str, width: Width, *, bold: bool = False) -> float:
    """How many pixels it takes at the size of this width; rather too many than too few."""
    thousandths = sum(_advance(character) for character in text)
    return thousandths / 1000 * TEXT[width] * _ROOM * (_BOLD if bold else 1)


@lru_cache(maxsize=2048)
def _advance(character: str) -> int:
    plain = unicodedata.normalize("NFD", character)[:1]
    if unicodedata.combining(character):
        return 0
    if unicodedata.east_asian_width(character) in {"W", "F"}:
        return _WIDE
    return _ADVANCE.get(plain, _OTHER)


def wrap(text: str, room: float, width: Width, *, lines: int = 2, bold: bool = False) -> tuple[str, ...]:
    """At most so many lines, each within `room` pixels; what does not fit ends with an ellipsis."""
    words = clean(text).split(" ")
    made: list[str] = []
    while words and len(made) < lines:
        line, words = _line(words, room, width, bold)
        made.append(line)
    if words:
        made[-1] = _shortened(f"{made[-1]} {words[0]}", room, width, bold)
    return tuple(made) or ("",)


def _line(words: list[str], room: float, width: Width, bold: bool) -> tuple[str, list[str]]:
    """The first line, and the words that are left. A word that is wider than the line is broken."""
    taken = 1
    while taken < len(words) and measure(" ".join(words[: taken + 1]), width, bold=bold) <= room:
        taken += 1
    line = " ".join(words[:taken])
    if measure(line, width, bold=bold) <= room:
        return line, words[taken:]
    cut = _fitting(line, room, width, bold)
    return line[:cut], [line[cut:], *words[taken:]]


def _fitting(text: str, room: float, width: Width, bold: bool) -> int:
    """How many characters fit; at least one."""
    cut = len(text)
    while cut > 1 and measure(text[:cut], width, bold=bold) > room:
        cut -= 1
    return cut


def _shortened(text: str, room: float, width: Width, bold: bool) -> str:
    cut = _fitting(text, room - measure("…", width, bold=bold), width, bold)
    return text[:cut].rstrip() + "…"


def height(lines: int, width: Width) -> float:
    """How high so many lines are."""
    return lines * TEXT[width] * LEADING
