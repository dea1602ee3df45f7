"""The names of an organisation, taken apart into what says which one it is and what says only what it is."""

import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

import msgspec
import msgspec.yaml

from candour.care.organisation_name import normalise, plain


class Name(msgspec.Struct, frozen=True):
    """A name ready for comparing: the words that identify (singular), written in one, its legal form.

    `whole` is the name as companies' names are compared. `form` is empty where none is said.
    """

    said: str
    whole: str
    words: tuple[str, ...]
    joined: str
    form: str


class Words(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How words are read: what words.yaml holds."""

    forms: dict[str, tuple[str, ...]]
    same_as: dict[str, tuple[str, ...]]
    silent: frozenset[str]
    in_many_addresses: frozenset[str]


WORDS = msgspec.yaml.decode((Path(__file__).parent / "words.yaml").read_bytes(), type=Words)
_FORM_OF = {phrase: form for form, phrases in WORDS.forms.items() for phrase in phrases}
_FORM = re.compile(r"\b(?:" + "|".join(sorted(map(re.escape, _FORM_OF), key=lambda said: -len(said))) + r")\b")
_OTHER_NAME = re.compile(
    r"\s*\(?\s*\b(?:t/as?|t\\a|ta:|trading\s+as|also\s+known\s+as|a\.?k\.?a\.?|formerly(?:\s+known\s+as)?)(?=[\s:.]|$)[\s:]*",
    re.IGNORECASE,
)
_LETTERS_OF_A_FORM = re.compile(r"\b(c i c|l l p|p l c|n h s|c i o)\b")
_NUMBERED = re.compile(r"\b(?:no|number) (\d+)\b")
_LONGEST = 300
"""Characters of a name that are read. What is longer is a list or a description, and would be slow to compare."""

COMPANIES = frozenset(
    {"limited company", "public company", "limited liability partnership", "community interest company"}
)
"""Forms whose names are in the companies' register of the United Kingdom, which has every name only once."""

PUBLIC_BODIES = frozenset({"council", "health body"})
_SAID_OF_ONE = COMPANIES | {"charity"}


@lru_cache(maxsize=100_000)
def names_in(text: str) -> tuple[Name, ...]:
    """Every name in a text: "Acme Care Ltd t/a Acme at Home" has two. None where there are no letters or digits."""
    parts = [_whole(part) for part in _OTHER_NAME.split(text[:_LONGEST])]
    found = (_take_apart(part) for part in dict.fromkeys(parts) if part)
    return tuple(name for name in found if name is not None)


def _whole(part: str) -> str:
    """Without what is left over where "(t/a …)" was cut in two."""
    part = part.strip(" -,")
    return part.removesuffix(")").removesuffix("(").strip() if part.count("(") != part.count(")") else part


def _take_apart(text: str) -> Name | None:
    spelled = _LETTERS_OF_A_FORM.sub(lambda letters: letters[0].replace(" ", ""), plain(text))
    spelled = _NUMBERED.sub(r"no\1", spelled)
    forms = [_FORM_OF[found] for found in _FORM.findall(spelled)]
    words = tuple(dict.fromkeys(_words(_FORM.sub(" ", spelled)))) or tuple(dict.fromkeys(_words(spelled)))
    if not words:
        return None
    return Name(
        text,
        normalise(text),
        words,
        "".join(words),
        _form(forms),
    )


def _words(spelled: str) -> Iterator[str]:
    for word in spelled.split():
        for written in WORDS.same_as.get(word, (word,)):
            if written not in WORDS.silent:
                yield _singular(written)


def _singular(word: str) -> str:
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word


def _form(forms: list[str]) -> str:
    """Titles and words for public bodies say more than the last word; else the last legal form counts."""
    for telling in ("council", "health body", "individual"):
        if telling in forms and not _SAID_OF_ONE.intersection(forms):
            return telling
    return next((form for form in reversed(forms) if form in _SAID_OF_ONE), "")
