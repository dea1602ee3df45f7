"""Reading what registers write: a grade, or a word for why there is none."""

import re
import unicodedata
from collections.abc import Mapping
from functools import cache, lru_cache
from pathlib import Path

import msgspec.yaml

from candour.care.ratings.framework import REGISTERS, frameworks_of
from candour.care.ratings.state import RatingState
from candour.errors import CandourError


class UnknownWordError(CandourError):
    """A register wrote something that is not known here; nothing is guessed."""


_SPACES = re.compile(r"\s+")
_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—", "-"))
_WHOLE_NUMBER = re.compile(r"(\d+)\.0+")

_READ = msgspec.yaml.decode(
    (Path(__file__).parent / "words.yaml").read_bytes(), type=dict[str, dict[str, RatingState]]
)
_OF_EVERY_REGISTER = _READ.pop("every register")

WORDS: Mapping[str, Mapping[str, RatingState]] = {
    register: (_OF_EVERY_REGISTER if REGISTERS[register].rates else {}) | words for register, words in _READ.items()
}
"""For each register, the words that are no grades, and the state that each of them means."""


def plain(text: str) -> str:
    """In lower case, with single spaces and plain dashes."""
    return _SPACES.sub(" ", unicodedata.normalize("NFKC", text).translate(_DASHES)).strip().casefold()


@lru_cache(maxsize=1_000)
def read(register: str, as_published: str) -> tuple[RatingState, str | None]:
    """The state and, where it is "rated", the grade in the framework's word or number: "5.0" and "Very good" are "5".

    Raises UnknownWordError, with what was found and what is known.
    """
    said = _WHOLE_NUMBER.sub(r"\1", plain(as_published))
    grades = _grades(register)
    if said in grades:
        return "rated", grades[said]
    state = WORDS[register].get(said)
    if state is None:
        known = ", ".join(repr(word) for word in (*grades, *WORDS[register]))
        raise UnknownWordError(
            f"{register}: {as_published!r} is no rating that is known here ({known}); "
            "if the regulator now writes it, add it to words.yaml or frameworks.yaml"
        )
    return state, None


@cache
def _grades(register: str) -> dict[str, str]:
    """Every spelling of every grade of the register, with the grade."""
    spelled: dict[str, str] = {}
    for framework in frameworks_of(register):
        spelled |= {grade: grade for grade in framework.grades}
        spelled |= dict(zip(framework.grade_words, framework.grades, strict=bool(framework.grade_words)))
    return spelled
