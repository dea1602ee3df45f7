"""The names of key questions: one for each, whatever way a register writes it."""

from functools import cache, lru_cache

from candour.care.ratings.framework import OVERALL, frameworks_of
from candour.care.ratings.words import UnknownWordError, plain

_OTHER_SPELLINGS = {
    "well led": "well-led",
    "care & support": "care and support",
    "wellbeing": "well-being",
    "leadership & management": "leadership and management",
    "support wellbeing": "wellbeing",
    "care and support planning": "planning",
    "care, play and learning": "care play and learning",
}
"""Other ways to write a name. Each is tried only where the register does not use it as it stands."""


@lru_cache(maxsize=1_000)
def named(register: str, as_published: str) -> str:
    """The key question's one name: "Well-led" and "well led" are "well-led".

    Names of columns, with KQ_ before and underscores between, are understood. Raises UnknownWordError.
    """
    known = _known(register)
    said = plain(as_published.removeprefix("KQ_").replace("_", " "))
    for spelling in (said, _OTHER_SPELLINGS.get(said, "")):
        if spelling in known:
            return spelling
    raise UnknownWordError(
        f"{register}: {as_published!r} is no key question that is known here ({', '.join(known)}); "
        "if the regulator now asks it, add it to frameworks.yaml"
    )


@cache
def _known(register: str) -> tuple[str, ...]:
    names = (name for each in frameworks_of(register) for name in (*each.key_questions, *each.shown_as))
    return tuple(dict.fromkeys((OVERALL, *names)))
