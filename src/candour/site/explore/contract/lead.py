"""What one came for, in a sentence or two: who pays whom for what, and what became of the promises."""

from collections import Counter

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from candour.operations.answers.words import listed, money
from candour.operations.contract.page import ContractPage, OneContract
from candour.site.explore.contract.facts import kind_of_care, worth_of


def lead(found: ContractPage) -> str:
    """Of the contract that is looked at, or of the choice."""
    if found.contract is None:
        number = len(found.contracts)
        return _(
            "%(buyer)s made %(number)s contracts or awards from this. Choose the one that you want to look at."
        ) % {
            "buyer": found.buyer or _("The buyer"),
            "number": number,
        }
    return f"{_who(found, found.contract)} {_promises(found.contract)}"


def _who(found: ContractPage, one: OneContract) -> str:
    about, worth = one.view.about, worth_of(one)
    names = [supplier.name for supplier in about.suppliers if supplier.name]
    told = {
        "buyer": found.buyer or _("A buyer who is not named"),
        "suppliers": listed(names) if names else "",
        "care": kind_of_care(about) or _("care"),
    }
    ended = about.ended or about.ends
    if names and ended and ended < found.day:
        said = _("%(buyer)s bought %(care)s from %(suppliers)s") % told
    elif names:
        said = _("%(buyer)s buys %(care)s from %(suppliers)s") % told
    else:
        said = _("%(buyer)s wants to buy %(care)s; nobody is named yet who gives it") % told
    if worth and worth.amount:
        said += _(", worth %(amount)s in all") % {"amount": money(worth.amount, worth.currency)}
    if ended:
        day = date_format(ended, "j F Y")
        said += _("; it ended on %(day)s") % {"day": day} if about.ended else _(", until %(day)s") % {"day": day}
    return f"{said}."


def _promises(one: OneContract) -> str:
    promised = [outcome for outcome in one.view.outcomes if outcome.promise]
    if not promised:
        return _("Nothing is published of what was promised, so nobody can tell whether it is being delivered.")
    count = Counter(outcome.kept.verdict if outcome.kept else "never" for outcome in promised)
    parts = [
        ngettext("%(n)s was kept", "%(n)s were kept", count["met"]) % {"n": count["met"]},
        ngettext("%(n)s was not", "%(n)s were not", count["not met"]) % {"n": count["not met"]},
        _("of %(n)s it cannot be told") % {"n": count["cannot be told"]} if count["cannot be told"] else "",
        ngettext("%(n)s was never reported", "%(n)s were never reported", count["never"]) % {"n": count["never"]}
        if count["never"]
        else "",
    ]
    head = ngettext("One promise was made", "%(n)s promises were made", len(promised)) % {"n": len(promised)}
    return f"{head}: {listed(part for part in parts if part)}."
