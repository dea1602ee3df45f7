"""Text that links of the same page lead to, as a cell or a line holds it."""

from dataclasses import dataclass

from django.utils.html import format_html
from django.utils.safestring import SafeString


@dataclass(frozen=True, slots=True)
class Target:
    """`text` as it is read; `#` and `id` lead to it."""

    text: str
    id: str

    def __str__(self) -> SafeString:
        return format_html('<span id="{}">{}</span>', self.id, self.text)

    __html__ = __str__

    @property
    def plain(self) -> str:
        """What stands in a file of data in its place."""
        return self.text
