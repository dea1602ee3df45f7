"""One process as the checks see it: the parts that many of them need, taken out once, whatever their types."""

from collections.abc import Iterator, Sequence
from typing import Any

from candour.ocds.checks.values import day, identifier, objects
from candour.ocds.problems import Problem, Rule, shorten

Object = dict[str, Any]
Positions = tuple[int, ...]
Part = tuple[str, Positions, Object]
"""A piece of the compiled release: its path, its positions in the arrays of that path, and itself."""
Reference = tuple[str, Positions, str, Object]
"""A reference to an organisation: its path, its positions, the id that it gives, and itself."""

_ARRAYS = frozenset(
    (
        "agreedMetrics",
        "amendments",
        "awards",
        "contracts",
        "details",
        "documents",
        "items",
        "forecasts",
        "lots",
        "metrics",
        "milestones",
        "minimumStandards",
        "observations",
        "parties",
        "predecessors",
        "rates",
        "relatedBids",
        "relatedLots",
        "scores",
        "statistics",
        "successors",
        "suppliers",
        "targets",
        "tenderers",
        "transactions",
    )
)
_TENDER_PERIODS = ("tenderPeriod", "enquiryPeriod", "awardPeriod", "contractPeriod")


class Process:
    """A compiled release and the releases that it was merged from.

    Whatever is not an object where the standard has an object counts as absent: the schema reports it, and
    `missing` says so.
    """

    __slots__ = (
        "awards",
        "bids",
        "closes",
        "compiled",
        "contracts",
        "holders",
        "lots",
        "observations",
        "ocid",
        "parties",
        "periods",
        "planning",
        "references",
        "released",
        "releases",
        "sections",
        "tender",
        "values",
    )

    def __init__(self, compiled: Object, releases: Sequence[Object]) -> None:
        self.compiled = compiled
        self.releases = releases
        ocid = compiled.get("ocid")
        self.ocid: str = ocid if type(ocid) is str else ""
        self.released: str = day(compiled.get("date"))
        planning = compiled.get("planning")
        self.planning: Object = planning if type(planning) is dict else {}
        tender = compiled.get("tender")
        self.tender: Object = tender if type(tender) is dict else {}
        period = self.tender.get("tenderPeriod")
        self.closes: str = day(period.get("endDate")) if type(period) is dict else ""
        bids = compiled.get("bids")
        self.bids: Object = bids if type(bids) is dict else {}
        self.awards: list[Object] = objects(compiled.get("awards"))
        self.contracts: list[Object] = objects(compiled.get("contracts"))
        self.holders: list[Part] = self._holders()
        self.sections: list[Part] = self._sections()
        self.lots: list[Object] = objects(self.tender.get("lots"))
        self.observations: list[Part] = list(self._observations())
        self.parties: dict[str, Object] = {
            identifier(party.get("id")): party for party in objects(compiled.get("parties"))
        }
        self.periods: list[Part] = self._periods()
        self.references: list[Reference] = self._references()
        self.values: list[Part] = self._values()

    def _holders(self) -> list[Part]:
        """The tender, the awards and the contracts: what may hold items, amendments and a value."""
        found: list[Part] = [("tender", (), self.tender)]
        found += [("awards", (index,), award) for index, award in enumerate(self.awards)]
        found += [("contracts", (index,), contract) for index, contract in enumerate(self.contracts)]
        return found

    def _sections(self) -> list[Part]:
        """The stages of the process, what was done under each contract among them: what may hold documents."""
        found: list[Part] = [("planning", (), self.planning)] if self.planning else []
        found += self.holders
        for index, contract in enumerate(self.contracts):
            if "implementation" in contract and type(contract["implementation"]) is dict:
                found.append(("contracts.implementation", (index,), contract["implementation"]))
        return found

    def _references(self) -> list[Reference]:
        """Where buyer, procuring entity, tenderers and suppliers are referred to by id."""
        return [
            (path, at, found, reference)
            for path, at, reference in self._organisations()
            if (found := identifier(reference.get("id")))
        ]

    def _organisations(self) -> list[Part]:
        buyer, tender = self.compiled.get("buyer"), self.tender
        found: list[Part] = [("buyer", (), buyer)] if type(buyer) is dict else []
        if "procuringEntity" in tender and type(tender["procuringEntity"]) is dict:
            found.append(("tender.procuringEntity", (), tender["procuringEntity"]))
        if "tenderers" in tender:
            for index, tenderer in enumerate(objects(tender["tenderers"])):
                found.append(("tender.tenderers", (index,), tenderer))
        for award_index, award in enumerate(self.awards):
            for index, supplier in enumerate(objects(award.get("suppliers"))):
                found.append(("awards.suppliers", (award_index, index), supplier))
        if self.bids:
            for bid_index, bid in enumerate(objects(self.bids.get("details"))):
                for index, tenderer in enumerate(objects(bid.get("tenderers"))):
                    found.append(("bids.details.tenderers", (bid_index, index), tenderer))
        return found

    def _values(self) -> list[Part]:
        """The Value objects of the tender, its lots, the awards and the contracts, in that order."""
        value = self.tender.get("value")
        found: list[Part] = [("tender.value", (), value)] if type(value) is dict else []
        for path, parents in (
            ("tender.lots.value", self.lots),
            ("awards.value", self.awards),
            ("contracts.value", self.contracts),
        ):
            for index, parent in enumerate(parents):
                if "value" in parent and type(parent["value"]) is dict:
                    found.append((path, (index,), parent["value"]))
        return found

    def _periods(self) -> list[Part]:
        """The Period objects of the tender, its lots, the awards and the contracts."""
        found: list[Part] = []
        tender = self.tender
        for name in _TENDER_PERIODS:
            if name in tender and type(tender[name]) is dict:
                found.append((f"tender.{name}", (), tender[name]))
        for path, name, parents in (
            ("tender.lots.contractPeriod", "contractPeriod", self.lots),
            ("awards.contractPeriod", "contractPeriod", self.awards),
            ("contracts.period", "period", self.contracts),
        ):
            for index, parent in enumerate(parents):
                if name in parent and type(parent[name]) is dict:
                    found.append((path, (index,), parent[name]))
        return found

    def _metric_holders(self) -> Iterator[tuple[str, Positions, Object, str]]:
        """Where metrics may be: the path and positions of the holder, the holder, and its field."""
        yield "planning", (), self.planning, "forecasts"
        yield "tender", (), self.tender, "targets"
        for index, award in enumerate(self.awards):
            yield "awards", (index,), award, "agreedMetrics"
        for index, contract in enumerate(self.contracts):
            yield "contracts", (index,), contract, "agreedMetrics"
            implementation = contract.get("implementation")
            if type(implementation) is dict:
                yield "contracts.implementation", (index,), implementation, "metrics"

    def _observations(self) -> Iterator[Part]:
        """Every observation of a forecast, target, agreed metric or result."""
        for path, at, holder, field in self._metric_holders():
            if field not in holder:
                continue
            for metric_index, metric in enumerate(objects(holder[field])):
                for index, observation in enumerate(objects(metric.get("observations"))):
                    yield f"{path}.{field}.observations", (*at, metric_index, index), observation

    def missing(self, name: str) -> str:
        """Why a rule about `name`, a list of objects in the release, does not apply."""
        if self.compiled.get(name):
            return f"the value of {name} is not a list of objects"
        return f"{name} are not published"

    def place_of(self, party: Object) -> Positions:
        """Where a party stands among the parties."""
        places = enumerate(objects(self.compiled.get("parties")))
        return tuple(index for index, other in places if other is party)[:1]

    def problem(
        self,
        rule: Rule,
        path: str,
        *,
        found: object,
        expected: object = "",
        at: Positions = (),
        release: int | None = None,
    ) -> Problem:
        """A breach of `rule` at `path`; `at` are the positions in the arrays that the path goes through.

        `release` is the place of the release among those of the process, where only one of them is at fault.
        """
        place = _position(path, at)
        return Problem(
            rule=rule,
            path=path,
            found=shorten(found),
            expected=shorten(expected),
            ocid=self.ocid,
            release_id="" if release is None else identifier(self.releases[release].get("id")),
            position=place if release is None else f"releases[{release}].{place}",
        )


def _position(path: str, at: Positions) -> str:
    positions = iter(at)
    names = []
    for name in path.split("."):
        names.append(name)
        if name in _ARRAYS and (position := next(positions, None)) is not None:
            names[-1] += f"[{position}]"
    return ".".join(names)
