"""The three-letter codes by which some files name a council."""

from functools import lru_cache

from candour.care import councils
from candour.care.councils import Council

NO_COUNCIL = frozenset(
    {"CPCA", "EMCA", "GLA", "GLCA", "GMCA", "HYCA", "LCR", "NECA"}
    | {"NTCA", "SCR", "TVCA", "WECA", "WMCA", "WYCA", "YNYC"}
)
"""Combined authorities and London's strategic authority: they arrange no social care."""

_OLD_NORTHERN_IRELAND = "NIR-"
"""The districts before 2015 have a made-up code in these files, such as NIR-A; only their names tell them apart."""


def council_of(code: str, name: str) -> Council | None:
    """The council that a code means, with the help of its name where the code is a stopgap."""
    if code.startswith(_OLD_NORTHERN_IRELAND):
        found = councils.look_up(name).council or _ended_district(name)
        return found if found is not None and found.organisation_id.startswith("GB-LANI-") else None
    return _by_letters().get(code)


def _ended_district(name: str) -> Council | None:
    """A district of before 2015, in a name that could also be that of its successor."""
    return councils.look_up(name, _by_letters()["ARM"].end).council


@lru_cache(maxsize=1)
def _by_letters() -> dict[str, Council]:
    """Councils by the letters that end their organisation id; Blaby's were also those of Ballymena, until 2015."""
    known = sorted(councils.all_councils(), key=lambda council: council.end is None)
    return {council.organisation_id.rsplit("-", 1)[1]: council for council in known}
