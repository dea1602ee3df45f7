"""Which council a buyer, supplier or registered provider is."""

from datetime import date

from candour.care import councils
from candour.care.link_end import End
from candour.care.who_is_who.link import OrganisationLink
from candour.care.who_is_who.model import MODEL


def council_link(end: End, name: str, seen: date | None = None) -> OrganisationLink | None:
    """The link of an organisation to the council that it is, by its organisation id or else by its name.

    None where it is no council, or where the name could mean several. A council that is named only after a dash or in
    brackets, as owner or partner, is none either.
    """
    council = councils.by_organisation_id(end.key)
    if council is not None:
        reason = f"{end.key} is the organisation id of {council.name}"
        score = MODEL.same_number
        return OrganisationLink(end, _end(council), "identifier", score, "linked", (reason,), seen)
    if not councils.calls_itself_a_council(name):
        return None
    found = councils.find_by_name(name)
    if found.council is None or found.reason == councils.LATER_PART:
        return None
    reason = f'"{name}" means {found.council.name}: found by {found.reason}'
    return OrganisationLink(end, _end(found.council), "council name", MODEL.council_name, "linked", (reason,), seen)


def _end(council: councils.Council) -> End:
    return End("council", council.organisation_id)
