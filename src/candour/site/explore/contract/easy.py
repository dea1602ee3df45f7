"""A contract in Easy Read."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from candour.operations.contract.page import ContractPage, OneContract
from candour.site.explore.contract.facts import kind_of_care
from candour.site.pages.easy import Part
from candour.site.pages.page import Page


def easy(page: Page) -> tuple[Part, ...]:
    """Who pays whom, what was promised, whether it was kept, and whom to ask."""
    found = page.answer
    assert isinstance(found, ContractPage)
    if found.contract is None:
        return (_several(found),)
    return (_who(found, found.contract), _promised(found.contract), _kept(found.contract), _ask(found))


def _several(found: ContractPage) -> Part:
    return Part(
        question=_("Which contract?"),
        picture="paper",
        sentences=(
            _("There are %(number)s contracts here.") % {"number": len(found.contracts)},
            _("Go to the long page. Choose the one that you want."),
        ),
    )


def _who(found: ContractPage, one: OneContract) -> Part:
    about = one.view.about
    names = [supplier.name for supplier in about.suppliers if supplier.name]
    gives = (
        _("%(name)s gives the care.") % {"name": names[0]}
        if len(names) == 1
        else _("%(number)s firms give the care.") % {"number": len(names)}
    )
    return Part(
        question=_("What is this?"),
        picture="paper",
        sentences=(
            _("It is a deal about care. The deal is called a contract."),
            _("The care is: %(kind)s.") % {"kind": kind_of_care(about) or _("not said")},
            _("%(buyer)s pays for it.") % {"buyer": found.buyer or _("Somebody")},
            gives if names else _("Nobody has said who gives the care."),
        ),
    )


def _promised(one: OneContract) -> Part:
    number = sum(1 for outcome in one.view.outcomes if outcome.promise)
    said = ngettext("They made %(number)s promise.", "They made %(number)s promises.", number) % {"number": number}
    return Part(
        question=_("What did they promise?"),
        picture="speech",
        sentences=(said, _("The promises are on the long page."))
        if number
        else (_("Nobody has told us."), _("You can ask the people who pay for it.")),
    )


def _kept(one: OneContract) -> Part:
    promised = [outcome for outcome in one.view.outcomes if outcome.promise]
    kept = sum(1 for outcome in promised if outcome.kept and outcome.kept.verdict == "met")
    missed = sum(1 for outcome in promised if outcome.kept and outcome.kept.verdict == "not met")
    silent = len(promised) - kept - missed
    return Part(
        question=_("Did they keep their promises?"),
        picture="tick",
        sentences=(
            ngettext("They kept %(number)s promise.", "They kept %(number)s promises.", kept) % {"number": kept},
            ngettext("They did not keep %(number)s.", "They did not keep %(number)s.", missed) % {"number": missed},
            ngettext("We do not know about %(number)s.", "We do not know about %(number)s.", silent)
            % {"number": silent},
        )
        if promised
        else (_("We do not know. Nobody has told us."),),
    )


def _ask(found: ContractPage) -> Part:
    return Part(
        question=_("What can I do?"),
        picture="question",
        sentences=(
            _("You can ask questions."),
            _("Ask: %(buyer)s.") % {"buyer": found.buyer or _("the people who pay for the care")},
            _("The long page has questions that you can use."),
        ),
    )
