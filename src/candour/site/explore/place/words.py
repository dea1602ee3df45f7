"""What is known of a place, in plain sentences."""

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from candour.operations.place.area import Area
from candour.operations.place.contracts import ContractThere
from candour.operations.place.place import PlacePage


def standing_in_words(one: ContractThere) -> str:
    """Whether a contract is being delivered as promised, as far as that is published."""
    said = [_promises(one)]
    if one.until:
        said.append(_("The last report is of the time to %(day)s.") % {"day": date_format(one.until, "j F Y")})
    if one.failures:
        number = ngettext("%(number)s failure is on record.", "%(number)s failures are on record.", one.failures)
        said.append(number % {"number": one.failures})
    return " ".join(said)


def _promises(one: ContractThere) -> str:
    if not one.promised:
        reported = ngettext("%(number)s result was reported", "%(number)s results were reported", one.unpromised)
        nothing = _("Nobody can tell: no promise of a result is published, and nothing was reported.")
        return (
            _("No promise is published. %(reported)s.") % {"reported": reported % {"number": one.unpromised}}
            if one.unpromised
            else nothing
        )
    counts = (
        (one.met, _("%(number)s kept")),
        (one.missed, _("%(number)s not kept")),
        (one.not_told, _("%(number)s where that cannot be told")),
        (one.never_reported, _("%(number)s never reported")),
    )
    parts = ", ".join(text % {"number": number} for number, text in counts if number)
    promised = ngettext("%(number)s promise", "%(number)s promises", one.promised) % {"number": one.promised}
    return f"{promised}: {parts}."


def lead(answer: PlacePage) -> str:
    """Who arranges care there, and how much of it is known."""
    area, there = answer.area, answer.locations
    said = [_whose(area)] if area.name else []
    if area.name:
        number = answer.contracts.found
        text = ngettext(
            "%(number)s contract for care is in force.", "%(number)s contracts for care are in force.", number
        )
        said.append(text % {"number": f"{number:,}"} if number else _("No contract in force is published for it."))
    elif area.postcode:
        said.append(_("We cannot say whose area %(postcode)s is in.") % {"postcode": area.postcode})
    if there.found:
        text = ngettext(
            "%(number)s place of care is registered.", "%(number)s places of care are registered.", there.found
        )
        said.append(text % {"number": f"{there.found:,}"})
    if there.rated:
        told = {"rated": f"{there.rated:,}", "good": f"{there.good:,}"}
        said.append(_("Good or better, of those with a rating: %(good)s of %(rated)s.") % told)
    return " ".join(said)


def _whose(area: Area) -> str:
    if area.postcode:
        told = {"council": area.name, "postcode": area.postcode}
        return _("%(council)s arranges care for adults in %(postcode)s.") % told
    return _("This is the area of %(council)s.") % {"council": area.name}


def why_no_council(area: Area) -> str:
    """Why a postcode leads to no council; empty where it does."""
    return {
        "": "",
        "not in the directory": _("The directory of postcodes does not have it. Check it, or choose a council."),
        "Northern Ireland is left out": _(
            "The directory that we use leaves Northern Ireland out. Search for the name of the council or trust."
        ),
        "no council has it": _("No council of the United Kingdom has this postcode."),
        "the directory of postcodes is not installed here": _(
            "This site has no directory of postcodes. Search for the name of your council instead."
        ),
    }.get(area.why, area.why)
