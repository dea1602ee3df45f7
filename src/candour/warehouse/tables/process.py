"""What all tables are made from: one process, merged and classified, with its releases and its problems."""

from collections.abc import Callable
from datetime import datetime
from functools import cached_property
from typing import Any

import msgspec

from candour.ocds.problems import Problem
from candour.warehouse.tables.kinds import time_of


class Receipt(msgspec.Struct, frozen=True):
    """The receipt that a release came in, as far as tables show it."""

    id: str
    source: str


class ReleaseSeen(msgspec.Struct, frozen=True):
    """One release as it was received. `state` is `merged`, `repeat` (equal to an earlier one) or `left out`.

    `data` is the release itself, as JSON; `extensions` are those that its package names.
    """

    ocid: str
    release_id: str
    id_made: bool
    date: str | None
    tags: tuple[str, ...]
    state: str
    content: str
    publisher: str | None
    licence: str | None
    receipt: str
    source: str
    position: str
    extensions: tuple[str, ...]
    data: bytes


class ProblemFound(msgspec.Struct, frozen=True):
    """One problem and the receipt that it was found in."""

    problem: Problem
    receipt: str


class Answer(msgspec.Struct, frozen=True):
    """What was decided of a process, and why."""

    value: str
    reason: str


class Organisation(msgspec.Struct, frozen=True):
    """An organisation as one process names it.

    `key` is the same in every process that identifies it equally well, None where nothing identifies it; `key_basis`
    says by what. `party` is what the process says of it. The council is given where the organisation is one.
    """

    key: str | None
    key_basis: str
    name: str | None
    council_code: str | None
    council_name: str | None
    party: dict[str, Any]


class Process:
    """One process. `compiled` is its compiled release; lists of things that are not objects are left out.

    `number` is its own among all processes of the warehouse.
    """

    def __init__(
        self,
        compiled: dict[str, Any],
        *,
        number: int,
        organisation_of: Callable[[dict[str, Any]], Organisation],
        releases: tuple[ReleaseSeen, ...] = (),
        problems: tuple[ProblemFound, ...] = (),
        social_care: Answer,
        contract_model: Answer,
    ) -> None:
        self.ocid: str = compiled["ocid"]
        self.number = number
        self.compiled = compiled
        self._organisation_of = organisation_of
        self._organisations: dict[tuple[str, str], Organisation] = {}
        self.releases = releases
        self.problems = problems
        self.social_care = social_care
        self.contract_model = contract_model

    @cached_property
    def parties(self) -> dict[str, dict[str, Any]]:
        """The parties by their id."""
        return {str(party["id"]): party for party in pieces(self.compiled, "parties") if "id" in party}

    def organisation(self, reference: dict[str, Any]) -> Organisation:
        """The organisation that a reference (`{id, name}`) means, with what its party says of it.

        Some publishers give one id to several organisations: a party of another name is not believed.
        """
        asked = (str(reference.get("id")), str(reference.get("name")))
        known = self._organisations.get(asked)
        if known is None:
            known = self._organisations[asked] = self._organisation_of(self._party(reference))
        return known

    def _party(self, reference: dict[str, Any]) -> dict[str, Any]:
        party = self.parties.get(str(reference.get("id")), reference)
        return party if _same_name(party.get("name"), reference.get("name")) else reference

    @property
    def number_of_releases(self) -> int:
        """How many releases were merged, repeats not counted."""
        return sum(release.state == "merged" for release in self.releases)

    @cached_property
    def release_dates(self) -> list[datetime]:
        """When its releases were released, as far as that can be read."""
        return [date for release in self.releases if (date := time_of(release.date))]

    @cached_property
    def buyer(self) -> dict[str, Any]:
        return piece(self.compiled, "buyer")

    @cached_property
    def buying_organisation(self) -> Organisation | None:
        """The organisation that its buyer is; None where it names none."""
        return self.organisation(self.buyer) if self.buyer else None

    @property
    def title(self) -> Any:
        """The title of its tender, else of the release."""
        return self.tender.get("title") or self.compiled.get("title")

    @property
    def last_date(self) -> datetime | None:
        """When the last of its releases was released."""
        return max(self.release_dates, default=None)

    @cached_property
    def tender(self) -> dict[str, Any]:
        return piece(self.compiled, "tender")

    @cached_property
    def awards(self) -> list[dict[str, Any]]:
        return pieces(self.compiled, "awards")

    @cached_property
    def contracts(self) -> list[dict[str, Any]]:
        return pieces(self.compiled, "contracts")

    def award_number(self, contract: dict[str, Any]) -> int | None:
        """The award that the contract names, from 1; the only award where it names none; None where none fits."""
        award_id = contract.get("awardID")
        if award_id is None:
            return 1 if len(self.awards) == 1 else None
        return next((n for n, award in enumerate(self.awards, 1) if str(award.get("id")) == str(award_id)), None)


def _same_name(party: Any, reference: Any) -> bool:
    if not isinstance(party, str) or not isinstance(reference, str):
        return True
    return party == reference or party.casefold().split() == reference.casefold().split()


def piece(holder: dict[str, Any], name: str) -> dict[str, Any]:
    """The object under `name`, or an empty one."""
    value = holder.get(name)
    return value if type(value) is dict else {}


def pieces(holder: dict[str, Any], name: str) -> list[dict[str, Any]]:
    """The objects of the list under `name`, without whatever in it is no object."""
    value = holder.get(name)
    if type(value) is not list:
        return []
    for item in value:
        if type(item) is not dict:
            return [item for item in value if type(item) is dict]
    return value
