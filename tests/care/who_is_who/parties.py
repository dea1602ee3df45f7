"""Fictional organisations for tests."""

from candour.care.link_end import End
from candour.care.register import Address, Location, RegisteredProvider
from candour.care.who_is_who.parties import of_location, of_provider, of_supplier
from candour.care.who_is_who.party import Party


def supplier(name: str, postcode: str = "", key: str = "", **party) -> Party:
    return of_supplier(key or f"name:{name.lower()}", {"name": name, "address": {"postalCode": postcode}, **party})


def provider(id: str, name: str, *postcodes: str, register: str = "cqc", **more) -> Party:
    one = RegisteredProvider(register=register, id=id, name=name, **more)
    places = [
        Location(register=register, id=f"{id}-{at}", name=name, provider_id=id, address=Address(postcode=postcode))
        for at, postcode in enumerate(postcodes)
    ]
    return of_provider(one, places)


def location(id: str, name: str, postcode: str, provider_id: str, register: str = "cqc") -> Party:
    return of_location(
        Location(register=register, id=id, name=name, provider_id=provider_id, address=Address(postcode=postcode))
    )


def end_of(id: str, register: str = "cqc", kind="provider") -> End:
    return End(kind, f"{register}:{id}")
