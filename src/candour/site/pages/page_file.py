"""A file that stands beside a page, in a form that other programs know."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from candour.site.pages.reading import Reading


@dataclass(frozen=True, slots=True)
class PageFile:
    """Found at the page's address with `/NAME.json` after it. `content` makes it, without making the page."""

    name: str
    content: Callable[[Reading[Any]], bytes]
