"""What a theme of indicators, or another sort of figures, is called on a page."""

from django.utils.translation import gettext as _


def theme_name(theme: str) -> str:
    """For people; the id of a theme that has no name of its own."""
    names = {
        "metric": _("What came of the care, as measured"),
        "council outcome": _("What is published about councils"),
        "price": _("Notices: price"),
        "quality": _("Notices: quality"),
        "outcomes": _("Notices: outcomes"),
        "pay": _("Notices: pay"),
        "voice": _("Notices: people's voice"),
        "competition": _("Notices: competition"),
        "timeliness": _("Notices: time"),
        "transparency": _("Notices: openness"),
        "continuity": _("Notices: continuity of care"),
    }
    return names.get(theme, theme)
