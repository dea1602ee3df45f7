"""What each bidder is told."""

from candour.evaluation.assessment import as_markdown, assessment_summaries

from .test_bundle import BUNDLE


def test_a_loser_sees_its_scores_beside_the_winners_and_no_price() -> None:
    by_bid = {one.bid: one for one in assessment_summaries(BUNDLE)}
    lost, won = by_bid["A"], by_bid["B"]
    assert (lost.verdict, lost.winner, won.winner) == ("does not win", "Fictional B", None)
    (criterion,) = lost.criteria
    assert (criterion.score, criterion.winner_score) == ("80.00 of 100", "97.00 of 100")
    assert criterion.winner_reasons == "what we agreed on"
    text = as_markdown(lost, "Home care")
    assert "24.10" not in text.replace("rank", "")
    assert "Your score: 80.00 of 100. level 80: fictional meaning." in text
    assert "my own words" not in text
