"""Which area a row of the framework is about."""

from functools import lru_cache

from candour.care.council_area import Area, area_of_cassr, area_of_code
from candour.care.figure import FLAGS
from candour.care.period import Period


@lru_cache(maxsize=4096)
def area_of(code: str, gss: str, period: Period) -> Area:
    """The GSS code decides, because 809 has been two councils; only a row without one goes by its CASSR code.

    What has neither is several councils counted together, such as the shire counties.
    """
    if gss and gss.strip("[]").lower() not in FLAGS:
        return area_of_code(gss)
    return area_of_cassr(code, period) or Area("group", "", None, "no code of one area")
