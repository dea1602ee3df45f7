"""What a provider's page has on it."""

from django.utils.translation import gettext as _

from candour.site.components.contents.contents import Contents
from candour.site.components.link import Link


def contents() -> Contents:
    """By its headings, in their words."""
    return Contents(
        (
            Link(_("How it is rated"), "#ratings"),
            Link(_("What people said"), "#feedback"),
            Link(_("What came of its work"), "#outcomes"),
            Link(_("Its contracts"), "#contracts"),
            Link(_("Who was heard"), "#voices"),
            Link(_("Who it is"), "#who"),
            Link(_("Check it, quote it, take it away"), "#take-away"),
        )
    )
