"""Several things in one cell or line."""

from dataclasses import dataclass

from django.utils.html import format_html_join
from django.utils.safestring import SafeString


@dataclass(frozen=True, slots=True)
class Several:
    """Texts and links, with commas between them."""

    parts: tuple[object, ...]

    def __str__(self) -> SafeString:
        return format_html_join(", ", "{}", ((part,) for part in self.parts))

    __html__ = __str__

    @property
    def plain(self) -> str:
        """What stands in a file of data in its place."""
        return ", ".join(str(getattr(part, "plain", part)) for part in self.parts)
