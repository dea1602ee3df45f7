"""Where a page says that what it shows can be taken away."""

import re
from html import unescape

DATA, OF_PROGRAMS = "All of it as data", "The same for programs"


def offered(page: bytes, words: str) -> str:
    """The address that a page leads to by a link that begins with these words."""
    found = re.search(rf'href="([^"]+)">{words}', page.decode())
    assert found, words
    return unescape(found[1])
