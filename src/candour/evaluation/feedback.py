"""What people's feedback counts: a share drawn towards a published neutral one, the more the fewer answered."""

from fractions import Fraction

from candour.evaluation.bid import Feedback
from candour.evaluation.criterion import ByFeedback


def shrunk_share(feedback: Feedback | None, rule: ByFeedback) -> Fraction:
    """(m·neutral + k·share) / (m + k), where m is the weight of neutral and k the answers, at most `enough`; exact.

    This is the mean of a beta distribution that m answers at the neutral share have begun, so that four content
    people of four do not outrank ninety-seven of a hundred. The neutral share when there is no feedback.
    """
    neutral = Fraction(rule.neutral)
    if feedback is None:
        return neutral
    answers = min(feedback.answered, rule.enough)
    share = Fraction(feedback.content, feedback.answered)
    return (rule.weight_of_neutral * neutral + answers * share) / (rule.weight_of_neutral + answers)
