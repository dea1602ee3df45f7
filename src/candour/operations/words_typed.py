"""The words of what somebody typed, as an index is asked for them."""

from collections.abc import Sequence

from candour.care.organisation_name import plain

MOST = 12
"""More words are left unread."""
_LETTERS_READ = 1000
_SAID_IN_PASSING = frozenset(
    {"a", "an", "and", "are", "at", "by", "for", "from", "i", "in", "is", "it", "me", "my", "near", "of", "on", "or"}
    | {"our", "that", "the", "their", "there", "this", "to", "we", "what", "where", "which", "who", "with"}
)


def words_typed(texts: Sequence[str]) -> tuple[str, ...]:
    """Each word once, without accents and capitals; little words only where there are no others."""
    found = dict.fromkeys(plain(" ".join(texts)[:_LETTERS_READ]).split())
    telling = [word for word in found if word not in _SAID_IN_PASSING]
    return tuple((telling or [*found])[:MOST])
