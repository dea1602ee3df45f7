"""The assessment summary: what each bidder is told of its own scores, beside those of who won."""

from collections.abc import Iterator

import msgspec

from candour.evaluation.bundle import Bundle
from candour.evaluation.criterion import Criterion
from candour.evaluation.workings import BidWorking, LotWorking, ScoreWorking


class CriterionSummary(msgspec.Struct, frozen=True, kw_only=True):
    """One criterion: what the score of this bid means and why, and the winner's score and reasons beside it."""

    criterion: str
    title: str
    weight: str
    score: str
    level: str
    reasons: str
    winner_score: str | None
    winner_reasons: str | None


class AssessmentSummary(msgspec.Struct, frozen=True, kw_only=True):
    """What one bidder is told. `winner` is the best of the winners, None where nobody has won or this bid has."""

    bid: str
    supplier: str
    lot: str
    verdict: str
    because: str
    rank: int | None
    figure: str | None
    winner: str | None
    winner_figure: str | None
    gates: tuple[str, ...]
    criteria: tuple[CriterionSummary, ...]


def assessment_summaries(bundle: Bundle) -> tuple[AssessmentSummary, ...]:
    """A summary for each bid, as section 50 of the Procurement Act 2023 asks for: scores, reasons, and the winner's.

    The winner's price is not told; its scores and the reasons for them are.
    """
    return tuple(_summary(bundle, lot, bid) for lot in bundle.workings for bid in lot.bids)


def _summary(bundle: Bundle, lot: LotWorking, bid: BidWorking) -> AssessmentSummary:
    winner = next((one for one in lot.bids if one.verdict == "wins" and bid.verdict != "wins"), None)
    criteria = {criterion.id: criterion for criterion in bundle.design.criteria}
    beside = {score.criterion: score for score in winner.scores} if winner else {}
    return AssessmentSummary(
        bid=bid.bid,
        supplier=bid.supplier,
        lot=lot.lot,
        verdict=bid.verdict,
        because=bid.because,
        rank=bid.rank,
        figure=None if bid.figure is None else str(bid.figure.shown),
        winner=winner.supplier if winner else None,
        winner_figure=str(winner.figure.shown) if winner and winner.figure else None,
        gates=tuple(f"{gate.gate}: {gate.outcome}; {gate.because}" for gate in bid.gates),
        criteria=tuple(_criterion(criteria[one.criterion], one, beside.get(one.criterion)) for one in bid.scores),
    )


def _criterion(criterion: Criterion, score: ScoreWorking, beside: ScoreWorking | None) -> CriterionSummary:
    level = criterion.scale.level(max(score.score.shown, criterion.scale.levels[0].score))
    return CriterionSummary(
        criterion=criterion.id,
        title=criterion.title,
        weight=str(criterion.weight),
        score=f"{score.score.shown:.2f} of {criterion.scale.highest}",
        level=f"{level.title}: {level.meaning}",
        reasons=score.because,
        winner_score=None if beside is None else f"{beside.score.shown:.2f} of {criterion.scale.highest}",
        winner_reasons=None if beside is None else beside.because,
    )


def as_markdown(summary: AssessmentSummary, title: str) -> str:
    """A letter's worth of plain text."""
    return "\n".join(_lines(summary, title)) + "\n"


def _lines(summary: AssessmentSummary, title: str) -> Iterator[str]:
    yield f"# {title}: what became of the bid of {summary.supplier}"
    yield ""
    lot = f" for lot {summary.lot}" if summary.lot else ""
    yield f"Bid {summary.bid}{lot}: **{summary.verdict}**. {summary.because}."
    if summary.figure:
        yield f"Its figure is {summary.figure}" + (f", rank {summary.rank}." if summary.rank else ".")
    if summary.winner:
        figure = f", with {summary.winner_figure}" if summary.winner_figure else ""
        yield f"The contract goes to {summary.winner}{figure}."
    for criterion in summary.criteria:
        yield ""
        yield f"## {criterion.title} ({criterion.weight} points)"
        yield ""
        yield f"Your score: {criterion.score}. {criterion.level}."
        yield f"Why: {criterion.reasons}"
        if criterion.winner_score:
            yield ""
            yield f"The winner's score: {criterion.winner_score}. Why: {criterion.winner_reasons}"
    yield ""
    yield "## Conditions that every bid had to meet"
    yield ""
    for gate in summary.gates:
        yield f"- {gate}"
