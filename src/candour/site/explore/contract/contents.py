"""What the page of one contract has on it."""

from django.utils.translation import gettext as _

from candour.site.components.contents.contents import Contents
from candour.site.components.link import Link


def contents() -> Contents:
    """By its headings, in their words."""
    return Contents(
        (
            Link(_("What was promised, and what came of it"), "#promises"),
            Link(_("Your questions"), "#questions"),
            Link(_("What is paid"), "#money"),
            Link(_("Where each pound goes"), "#pounds"),
            Link(_("What went wrong, and who checked"), "#failures"),
            Link(_("How the provider was chosen, how it is rated, and which standards hold"), "#quality"),
            Link(_("Who was heard"), "#voice"),
            Link(_("Before and after this contract"), "#continuity"),
            Link(_("Documents"), "#documents"),
            Link(_("Who says so: every notice"), "#releases"),
        )
    )
