"""An address that somebody else published, and that leads away from here."""

from dataclasses import dataclass

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _


@dataclass(frozen=True, slots=True)
class Leaving:
    """`text` as it is read, `address` as it was published: it becomes a link only where it is of the web."""

    text: str
    address: str | None

    def __str__(self) -> SafeString:
        if self.address and self.address.lower().startswith(("https://", "http://")):
            return format_html(
                '<a class="govuk-link" href="{}" rel="external nofollow noreferrer">{} {}</a>',
                self.address,
                self.text,
                _("(leaves this site)"),
            )
        return format_html("{}", f"{self.text} ({self.address})" if self.address else self.text)

    __html__ = __str__

    @property
    def plain(self) -> str:
        """What stands in a file of data in its place."""
        return self.text
