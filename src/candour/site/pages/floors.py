"""What a minimum standard asks, in words that everybody reads."""

from decimal import Decimal

from django.utils.translation import gettext as _

from candour.minimum_standards.standard import Floor

_NATIONS = ("england", "wales", "scotland", "northern ireland")


def asks(floor: Floor) -> str:
    """Such as "at least 90%", or that it must be so."""
    if floor.value is None:
        return _("it must be so")
    said = amount(floor.value, floor.unit)
    return (
        _("at least %(value)s") % {"value": said}
        if floor.direction == "at least"
        else _("at most %(value)s") % {"value": said}
    )


def amount(value: Decimal, unit: str | None) -> str:
    """A value with its unit; shares are shown as per cents."""
    if unit in ("share", "percent"):
        return f"{plain(value * 100 if unit == 'share' else value)}%"
    return f"{plain(value)} {unit}" if unit else plain(value)


def plain(value: Decimal) -> str:
    """A number without the noughts that its column adds behind it."""
    return f"{value.normalize():f}"


def nation_in_words(nation: str) -> str:
    """Its name."""
    return {
        "england": _("England"),
        "wales": _("Wales"),
        "scotland": _("Scotland"),
        "northern ireland": _("Northern Ireland"),
    }[nation]


def nations() -> tuple[tuple[str, str], ...]:
    """Every nation, and its name."""
    return tuple((one, nation_in_words(one)) for one in _NATIONS)
