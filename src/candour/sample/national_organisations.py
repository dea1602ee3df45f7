"""The parties of the national portal: councils and providers with their central numbers."""

from typing import Any

from candour.sample.procurement import Procurement
from candour.sample.world import Council, Provider


def buyer(facts: Procurement) -> dict[str, Any]:
    """The reference to the council."""
    return {"id": f"GB-PPON-{facts.council.platform_id}", "name": facts.council.name}


def council_party(council: Council) -> dict[str, Any]:
    """The council as a party."""
    return {
        "name": council.name,
        "id": f"GB-PPON-{council.platform_id}",
        "identifier": {"scheme": "GB-PPON", "id": council.platform_id, "legalName": f"{council.name} (fictional)"},
        "address": {
            "streetAddress": "Town Hall, Market Square",
            "locality": council.name.split()[0],
            "postalCode": council.postcode,
            "country": "GB",
            "countryName": "United Kingdom",
        },
        "roles": ["buyer"],
        "details": {
            "url": f"https://council-{council.number}.example",
            "classifications": [
                {
                    "scheme": "UK_CA_TYPE",
                    "id": "publicAuthoritySubCentralGovernment",
                    "description": "Public authority - sub-central government",
                }
            ],
        },
    }


def supplier(provider: Provider, *, unpadded: bool) -> dict[str, Any]:
    """A provider as a party; `unpadded` drops the zeros inside a partnership's company number."""
    return {
        "name": provider.name,
        "id": f"GB-PPON-{provider.platform_id}",
        "identifier": {
            "scheme": "GB-PPON",
            "id": provider.platform_id,
            "legalName": f"{provider.name} (fictional)",
        },
        "additionalIdentifiers": _registers(provider, unpadded),
        "address": {
            "streetAddress": f"{provider.number + 1} Invention Street",
            "locality": "Fictonbury",
            "postalCode": provider.postcode,
            "country": "GB",
            "countryName": "United Kingdom",
        },
        "roles": ["supplier"],
        "details": {
            "url": f"https://provider-{provider.number}.example",
            "scale": provider.scale,
            "vcse": provider.vcse,
            "publicServiceMissionOrganization": False,
            "shelteredWorkshop": False,
        },
    }


def in_brief(provider: Provider, role: str) -> dict[str, Any]:
    """A provider of whom less is said: one that bid in vain, or gave the service before."""
    return {
        "name": provider.name,
        "id": f"GB-PPON-{provider.platform_id}",
        "identifier": {"scheme": "GB-PPON", "id": provider.platform_id},
        "roles": [role],
        "details": {"scale": provider.scale},
    }


def _registers(provider: Provider, unpadded: bool) -> list[dict[str, Any]]:
    number = provider.company_number
    if unpadded and number.startswith("OC"):
        number = f"OC{int(number[2:])}"
    first = {"scheme": "GB-COH", "id": number} if number else {"scheme": "GB-CHC", "id": provider.charity_number}
    return [first, {"scheme": "GB-CQC", "id": provider.regulator_id}]
