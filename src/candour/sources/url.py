"""Whatever one URL gives."""

import re
from urllib.parse import unquote, urlsplit

from candour.sources.answer import Answer
from candour.sources.client import Client
from candour.sources.definition import Rate
from candour.sources.errors import SourceError
from candour.sources.fetched import Fetched

_FILE_NAME = re.compile(r'filename="?([^";]+)"?', re.IGNORECASE)
_PATIENT = Rate(for_a_request=1800, altogether=3600)


def fetch(url: str, client: Client, rate: Rate = _PATIENT) -> Fetched:
    """The body at a URL.

    Raises:
        SourceError: it is no http(s) URL, or cannot be had.
    """
    if urlsplit(url).scheme not in ("http", "https"):
        raise SourceError(f"{url} is no web address; one begins with https:// (a file is named by its path)")
    if "@" in urlsplit(url).netloc:
        raise SourceError("this address holds a name or password, which would be kept; download it and add the file")
    answer = client.get(url, rate)
    return Fetched(
        content=answer.content,
        url=answer.url,
        name=_name(answer),
        media_type=answer.media_type,
        fetched=answer.received,
    )


def _name(answer: Answer) -> str:
    """A file name without any folder: the one that the server says, else the end of the URL."""
    said = _FILE_NAME.search(answer.disposition or "")
    parts = urlsplit(answer.url)
    name = said[1] if said else unquote(parts.path)
    last = re.split(r"[/\\]", name.rstrip("/\\"))[-1]
    return "".join(each if each.isprintable() else "?" for each in last).strip(". ") or parts.netloc
