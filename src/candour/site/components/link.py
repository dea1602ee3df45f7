"""Text that leads somewhere, as a cell or a line holds it."""

from dataclasses import dataclass

from django.utils.html import format_html
from django.utils.safestring import SafeString


@dataclass(frozen=True, slots=True)
class Link:
    """`text` as it is read, `address` where it leads."""

    text: str
    address: str

    def __str__(self) -> SafeString:
        return format_html('<a class="govuk-link" href="{}">{}</a>', self.address, self.text)

    __html__ = __str__

    @property
    def plain(self) -> str:
        """What stands in a file of data in its place."""
        return self.text
