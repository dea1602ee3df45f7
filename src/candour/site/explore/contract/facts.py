"""What a contract is, in a list of facts, and where to look next."""

import re
from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from candour.care.councils import calls_itself_a_council
from candour.care.service_type import BY_CODE
from candour.operations.answers.words import code, money
from candour.operations.contract.about import About, Supplier
from candour.operations.contract.page import ContractPage, OneContract
from candour.operations.contract.price import Amount
from candour.site.components.link import Link
from candour.site.components.several import Several
from candour.site.components.summary_list.summary_list import SummaryList
from candour.site.pages.reading import address_of

FEW = 8
"""So many suppliers stand among the facts; a list of any number can have hundreds."""
_CODE = re.compile(r"[A-Z]{2}[A-Z0-9]{1,4}")


def facts(found: ContractPage, one: OneContract) -> SummaryList:
    """Those that one asks for first; what nobody published is said to be so."""
    about = one.view.about
    worth = worth_of(one)
    return SummaryList(
        (
            (_("Who gives the care"), _suppliers(about)),
            (_("Who pays for it"), _buyer(about)),
            (_("Kind of care"), _kind(about)),
            (_("Who it is for"), ", ".join(map(code, about.clients)) or None),
            (_("Where"), _where(about)),
            (_("From"), about.starts),
            (_("Until"), _until(about)),
            (_("How it stands"), _status(about)),
            (_("What it is worth"), _worth(worth)),
            (_("Kind of contract"), None if about.contract_model == "unknown" else about.contract_model),
            (_("How it was bought"), about.procedure),
            (_("Do people choose who helps them?"), code(about.user_choice) if about.user_choice else None),
            _number(one),
            (_("Number of the process (ocid)"), found.ocid),
        )
    )


def ways(found: ContractPage, one: OneContract) -> tuple[Link, ...]:
    """Where to look next."""
    links = [
        Link(_("Compare it with contracts like it"), _alike(found, one)),
        Link(_("Every notice of this purchase, and how sure we are"), address_of("procurement", found.ocid)),
    ]
    if one.view.award_id:
        links.append(Link(_("How the winner was chosen"), address_of("award", found.ocid)))
    if len(found.contracts) > 1:
        links.insert(0, Link(_("The other contracts of this process"), address_of("contract", found.ocid)))
    return tuple(links)


def _alike(found: ContractPage, one: OneContract) -> str:
    """Contracts are compared within a council, and this one is chosen already where it reports anything."""
    reports = one.view.contract_id is not None and any(outcome.latest for outcome in one.view.outcomes)
    return address_of(
        "compare",
        kind="contracts",
        council=one.view.about.council_code or one.view.about.buyer,
        one=f"{found.ocid} {one.view.contract_id}" if reports else None,
    )


def neighbours(found: ContractPage, one: OneContract) -> tuple[Link, ...]:
    """The contracts before and after this one, and other processes that are the same purchase."""
    words = {"before": _("Before this: %(what)s"), "after": _("After this: %(what)s")}
    near = [
        Link(
            words[it.side] % {"what": it.supplier or it.ocid},
            address_of("contract", it.ocid, contract=it.contract_id),
        )
        for it in one.view.continuity.neighbours
        if it.received and it.ocid
    ]
    same = [
        Link(_("The same purchase, told elsewhere: %(ocid)s") % {"ocid": it}, address_of("contract", it))
        for it in found.same
    ]
    return (*near, *same)


def worth_of(one: OneContract) -> Amount | None:
    """What it is said to be worth: the contract, else the award, else the estimate."""
    amounts = {amount.what: amount for amount in one.view.price.amounts}
    return amounts.get("contract") or amounts.get("award") or amounts.get("estimate")


def kind_of_care(about: About) -> str:
    """As it is stated, else as title and codes say; empty where neither does."""
    stated = ", ".join(BY_CODE.get(one, code(one)) for one in about.service_types)
    return stated or ("" if about.read_service_type == "unknown" else about.read_service_type)


def _kind(about: About) -> str | None:
    found = kind_of_care(about)
    if found and not about.service_types:
        return _("%(kind)s (read from its title and codes)") % {"kind": found}
    return found or None


def _worth(worth: Amount | None) -> str | None:
    if worth is None:
        return None
    said = money(worth.amount, worth.currency)
    return (
        said
        if worth.amount
        else _("%(amount)s, as published: it may mean that no value was given") % {"amount": said}
    )


def _number(one: OneContract) -> tuple[str, object]:
    if one.view.contract_id is None and one.view.award_id is not None:
        return _("Number of the award"), one.view.award_id
    return _("Number of the contract"), one.view.contract_id


def _suppliers(about: About) -> Several | None:
    more = len(about.suppliers) - FEW
    names = [supplier_link(one) for one in about.suppliers[:FEW]]
    if more > 0:
        names.append(_("and %(number)s more: see the list below") % {"number": more})
    return Several(tuple(names)) if names else None


def supplier_link(one: Supplier) -> Link | str:
    """Its name, which leads to its page where a register is known to have it."""
    name = one.name or _("a supplier without a name")
    sure = next((end.key for end in one.registered if end.outcome == "linked" and end.kind == "provider"), None)
    return Link(name, address_of("provider", sure)) if sure else name


def _buyer(about: About) -> Link | str | None:
    if about.buyer and (about.council_code or calls_itself_a_council(about.buyer)):
        return Link(about.buyer, address_of("council", about.council_code or about.buyer))
    return about.buyer


def _where(about: About) -> str | None:
    regions = [_("region %(code)s") % {"code": one} if _CODE.fullmatch(one) else one for one in about.place.regions]
    return ", ".join((*regions, *about.place.postcodes)) or None


def _day(day: date) -> str:
    return date_format(day, "j M Y")


def _until(about: About) -> str | None:
    if about.ended:
        why = f" ({about.ended_details})" if about.ended_details else ""
        return _("It ended on %(day)s%(why)s") % {"day": _day(about.ended), "why": why}
    if about.ends and about.latest_end and about.latest_end > about.ends:
        return _("%(day)s; %(last)s if it is made longer") % {"day": _day(about.ends), "last": _day(about.latest_end)}
    return _day(about.ends) if about.ends else None


def _status(about: About) -> str | None:
    known = {
        "active": _("running"),
        "terminated": _("ended"),
        "cancelled": _("cancelled before it began"),
        "pending": _("agreed, not signed yet"),
        "unsuccessful": _("nobody was chosen"),
    }
    return known.get(about.status or "", about.status)
