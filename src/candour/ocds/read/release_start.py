"""Where a release seems to begin, for going on after one whose brackets cannot be trusted."""

import re

_STRING = rb'"(?:[^"\\\n]|\\.)*+"'
_PLAIN_VALUE = rb"(?:" + _STRING + rb"|\[[^\[\]{}]*+\]|[\w.+-]++)"
_OTHER_MEMBER = _STRING + rb"\s*+:\s*+" + _PLAIN_VALUE + rb"\s*+,\s*+"
_START = re.compile(rb"\{\s*+(?:" + _OTHER_MEMBER + rb')*?"ocid"\s*+:')


def next_release_start(text: bytes, start: int, end: int) -> int | None:
    """The offset of the first object in `text[start:end]` that names its ocid before any object of its own."""
    found = _START.search(text, start, end)
    return found.start() if found else None
