"""Which council somebody means by a name, a code, or a postcode in its area."""

from datetime import date

from candour.care import councils
from candour.care.councils import LookUp
from candour.care.places import postcode
from candour.sources.postcodes import place


def council_meant(wanted: str, day: date) -> LookUp:
    """The council with this name, GSS code or organisation id; for a postcode, the one that arranges care there.

    Where several councils have had a name, the one that stood on the day is meant.

    Raises:
        CandourError: it is a postcode, and the extra for postcodes is not installed.
    """
    found = councils.look_up(wanted, day)
    code = postcode.parse(wanted)
    if found.council is not None or code is None:
        return found
    placed = place([code])[code]
    return LookUp(placed.with_duty, f"the postcode {code}: {placed.why}")
