"""Codes of OCDS and of our extension, as they are read."""

import re

_CAPITAL = re.compile(r"(?<=[a-z])(?=[A-Z])")


def in_words(code: str) -> str:
    """Such as "family member" for "familyMember"."""
    return _CAPITAL.sub(" ", code).lower()
