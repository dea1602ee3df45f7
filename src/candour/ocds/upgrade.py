"""Brings a release of OCDS 1.0 to OCDS 1.1: organisations become parties, and renamed fields get their new names."""

import copy
import hashlib
from collections.abc import Iterator
from typing import Any

Json = dict[str, Any]

# What OCDS 1.0 says identifies an organisation; other tools derive the same ids from it.
_IDENTIFYING = {
    "identifier": ("scheme", "id", "legalName", "uri"),
    "address": ("streetAddress", "locality", "region", "postalCode", "countryName"),
    "contactPoint": ("name", "email", "telephone", "faxNumber", "url"),
}
_TRANSACTION_ROLES = {"providerOrganization": "payer", "receiverOrganization": "payee"}


def is_1_0(release: Json, version: str | None) -> bool:
    """Whether `release` follows OCDS 1.0, given its package's `version` if there is one.

    Packages of 1.0 state no version, and neither do bare releases of any version: those are of 1.0 when they have
    no parties and yet describe an organisation in place, or use a field that 1.1 renamed.
    """
    if version is not None:
        return version == "1.0" or version.startswith("1.0.")
    if "parties" in release:
        return False
    described = any(_IDENTIFYING.keys() & place[key].keys() for place, key, _ in _organisations(release))
    return (
        described
        or any("amendment" in block for block in _amendable(release))
        or any(_TRANSACTION_ROLES.keys() & transaction.keys() for transaction in _transactions(release))
    )


def upgrade_1_0(release: Json) -> Json:
    """The same release in the terms of OCDS 1.1; `release` itself is left alone.

    Organisations move to `parties` with their roles, and references stay behind; `amendment` joins `amendments`; a
    transaction's provider, receiver and amount become payer, payee and value. Where two organisations share an id,
    the first one's details are kept. Fields that are merely deprecated stay, and so does what has a wrong type.
    """
    upgraded = copy.deepcopy(release)
    parties = _Parties(upgraded)
    for place, key, role in list(_organisations(upgraded)):
        place[key] = parties.reference(place[key], role)
    for block in _amendable(upgraded):
        _join_amendments(block)
    for transaction in _transactions(upgraded):
        _rename_in_transaction(transaction, parties)
    return parties.put_into(upgraded)


class _Parties:
    """The parties of a release, by id, as they are gathered."""

    def __init__(self, release: Json) -> None:
        listed = release.get("parties")
        self._listed: list[Any] = listed if isinstance(listed, list) else []
        self._by_id = {_party_id(p): p for p in _objects(self._listed)}

    def reference(self, organisation: Json, role: str) -> Json:
        """What stays behind where `organisation` was described; it becomes a party with that role."""
        key = _party_id(organisation)
        party = self._by_id.get(key)
        if party is None:
            party = self._by_id[key] = {"id": key, **organisation}
            self._listed.append(party)
        roles = party.get("roles") or []
        roles = roles if isinstance(roles, list) else [roles]
        party["roles"] = roles if role in roles else [*roles, role]
        name = {"name": organisation["name"]} if "name" in organisation else {}
        return {"id": key, **name}

    def put_into(self, release: Json) -> Json:
        """`release` with these parties, if there are any."""
        return {**release, "parties": self._listed} if self._listed else release


def _organisations(release: Json) -> Iterator[tuple[Any, Any, str]]:
    """Every place of OCDS 1.0 that describes an organisation: its holder, key or position there, and its role."""
    tender = release.get("tender")
    tender = tender if isinstance(tender, dict) else {}
    if isinstance(release.get("buyer"), dict):
        yield release, "buyer", "buyer"
    if isinstance(tender.get("procuringEntity"), dict):
        yield tender, "procuringEntity", "procuringEntity"
    lists = [(tender.get("tenderers"), "tenderer")]
    lists += [(award.get("suppliers"), "supplier") for award in _objects(release.get("awards"))]
    for organisations, role in lists:
        for position, organisation in enumerate(organisations if isinstance(organisations, list) else ()):
            if isinstance(organisation, dict):
                yield organisations, position, role


def _amendable(release: Json) -> Iterator[Json]:
    yield from _objects([release.get("tender")])
    yield from _objects(release.get("awards"))
    yield from _objects(release.get("contracts"))


def _transactions(release: Json) -> Iterator[Json]:
    for contract in _objects(release.get("contracts")):
        implementation = contract.get("implementation")
        if isinstance(implementation, dict):
            yield from _objects(implementation.get("transactions"))


def _join_amendments(block: Json) -> None:
    amendments = block.get("amendments", [])
    if "amendment" in block and isinstance(amendments, list):
        amendment = block.pop("amendment")
        block["amendments"] = amendments if amendment in amendments else [*amendments, amendment]


def _rename_in_transaction(transaction: Json, parties: _Parties) -> None:
    if "amount" in transaction and "value" not in transaction:
        transaction["value"] = transaction.pop("amount")
    for old, new in _TRANSACTION_ROLES.items():
        identifier = transaction.get(old)
        if isinstance(identifier, dict) and new not in transaction:
            del transaction[old]
            name = {"name": identifier["legalName"]} if "legalName" in identifier else {}
            transaction[new] = parties.reference({"identifier": identifier, **name}, new)


def _objects(values: Any) -> Iterator[Json]:
    if isinstance(values, list):
        yield from (value for value in values if isinstance(value, dict))


def _party_id(organisation: Json) -> Any:
    """The organisation's own id, or one that the same description always gives."""
    if "id" in organisation:
        key = organisation["id"]
        return key if isinstance(key, (str, int, float, type(None))) else repr(key)
    parts = [organisation.get("name")]
    for parent, fields in _IDENTIFYING.items():
        value = organisation.get(parent)
        if isinstance(value, dict):
            parts += [value.get(field) for field in fields]
    text = "-".join(str(part or "") for part in parts)
    return hashlib.md5(text.encode(), usedforsecurity=False).hexdigest()
