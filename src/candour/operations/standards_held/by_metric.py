"""What reports and promises of a metric say of a standard that the metric measures."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from candour.minimum_standards.standard import Floor
from candour.operations.contract.observed import Observed, whole_of
from candour.operations.contract.outcomes import Outcome
from candour.operations.standards_held.evidence import Evidence, Standing


def by_metric(asks: Floor, metric: str, outcomes: Sequence[Outcome]) -> Iterator[Evidence]:
    """What was last reported of everybody, and beside it what was promised."""
    for outcome in outcomes:
        if outcome.metric != metric:
            continue
        newest = (outcome.latest, *outcome.beside) if outcome.latest else outcome.unreported[-1:]
        for one in newest:
            yield _evidence(asks, one, f"reported: {outcome.title}", ("kept", "below the floor"))
        if outcome.promise:
            said = f"promised in the {outcome.stage}: {outcome.title}"
            yield _evidence(asks, outcome.promise, said, ("said to be so", "stated weaker than the floor"))


def by_number(asks: Floor, outcomes: Sequence[Outcome]) -> Iterator[Evidence]:
    """How many metrics are promised and reported; nothing where nothing of the kind was published at all.

    Enough that are promised and not reported, perhaps because none is due, are said to be so.
    """
    if not outcomes:
        return
    both = Decimal(sum(one.standing == "promised and reported" for one in outcomes))
    promised = Decimal(sum(one.promise is not None for one in outcomes))
    standing: Standing = "below the floor"
    if asks.met_by(both):
        standing = "kept"
    elif asks.met_by(promised):
        standing = "said to be so"
    what = f"metrics promised and reported, of {promised} promised"
    yield Evidence(what=what, standing=standing, value=both)


def _evidence(asks: Floor, one: Observed, what: str, met_or_not: tuple[Standing, Standing]) -> Evidence:
    value, because = _in_unit_of(asks, one)
    standing: Standing = "no data" if value is None else met_or_not[0] if asks.met_by(value) else met_or_not[1]
    return Evidence(
        what=what,
        standing=standing,
        value=value,
        start=one.start,
        end=one.end,
        state=one.state,
        because=because,
        source=one.source,
    )


def _in_unit_of(asks: Floor, one: Observed) -> tuple[Decimal | None, str]:
    """The value in the standard's unit, or why it cannot be held against it; shares and per cents are alike."""
    if one.state != "value":
        return None, one.because
    if one.value is None:
        return None, f"found {one.text}, which is no number"
    wanted, found = whole_of(asks.unit), whole_of(one.unit)
    if wanted and found:
        return one.value * wanted / found, ""
    if (one.unit or "").strip().casefold() == asks.unit.casefold():
        return one.value, ""
    return None, f"found {one.value} in {one.unit or 'a unit that is not said'}, expected {asks.unit}"
