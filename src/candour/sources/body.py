"""The little that a source must know of a body that it passes on untouched."""

import re
from typing import Any

import msgspec
import orjson

_OCID = re.compile(rb'"ocid"\s*:')
_NEXT = re.compile(rb'"next"\s*:\s*("(?:[^"\\]|\\.)*")')


def parsed(body: bytes) -> Any | None:
    """The JSON in a body, UTF-8 or ISO-8859-1; None if it is not valid JSON."""
    for encoding in ("utf-8-sig", "iso-8859-1"):
        try:
            return orjson.loads(body.decode(encoding))
        except ValueError:
            continue
    return None


def rows(body: bytes) -> int:
    """How many releases a package holds. Of invalid JSON the ocids are counted, which is never fewer."""
    found = parsed(body)
    if found is None:
        return len(_OCID.findall(body))
    releases = found.get("releases") if isinstance(found, dict) else found
    return len(releases) if isinstance(releases, list) else 0


def next_link(body: bytes) -> str | None:
    """Where a package says that the next page is, even if the rest of it is invalid JSON."""
    found = parsed(body)
    if found is None:
        texts = _NEXT.findall(body)
        return str(msgspec.json.decode(texts[-1])) if texts else None
    links = found.get("links") if isinstance(found, dict) else None
    link = links.get("next") if isinstance(links, dict) else None
    return link if isinstance(link, str) and link else None


def page_fault(content: bytes, media_type: str | None) -> str | None:
    """Why an answer cannot be a page of data (so that one asks again), or None.

    Invalid JSON is no such reason: it is what the publisher sent, and is kept.
    """
    start, end = content[:200].lstrip(b"\xef\xbb\xbf \t\r\n"), content[-200:].rstrip()
    if not start:
        return "it is empty"
    if start.startswith(b"<") or media_type == "text/html":
        return f"it is {media_type or 'a web page'}, not JSON"
    if not end.endswith((b"}", b"]")):
        return "it ends in the middle"
    return None
