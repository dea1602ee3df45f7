"""A fictional file in the form of the Regulation and Quality Improvement Authority's (Northern Ireland)."""

from collections.abc import Iterable, Iterator

from candour.sample.registers.registered_name import registered_name
from candour.sample.registers.registration import Registration

_CATEGORY = {
    "Homecare agencies": "Domiciliary Care Agency (DCA)",
    "Supported living": "Domiciliary Care Agency (DCA)",
    "Residential homes": "Residential (RC)",
    "Nursing homes": "Nursing (NH)",
}


def rows(registered: Iterable[Registration]) -> Iterator[dict[str, str]]:
    """One row a service; the register gives neither numbers nor ratings."""
    for one in registered:
        if one.council.nation == "Northern Ireland" and not one.closed:
            yield {
                "ServiceName": one.name,
                "AddressLine1": "1 Fictional Street",
                "AddressLine2": "",
                "Town": one.town,
                "Postcode": one.postcode,
                "Tel": "",
                "Category": _CATEGORY[one.service],
                "Max Approved Places": str(one.beds) if one.care_home else "",
                "Categories of Care": "",
                "Conditions(AsOnCertificate)": "",
                "Manager": "",
                "ProviderName": registered_name(one.provider).name,
            }
