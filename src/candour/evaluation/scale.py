"""The scale on which a criterion is scored: every score that there is, with what it means."""

from decimal import Decimal

import msgspec


class Level(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One score, its name, and what a bid must show to be given it."""

    score: Decimal
    title: str
    meaning: str


class Scale(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Scores from the lowest to the highest; the lowest is not below 0 and the highest above it."""

    levels: tuple[Level, ...]

    def __post_init__(self) -> None:
        scores = [level.score for level in self.levels]
        if not all(score.is_finite() for score in scores) or scores != sorted(set(scores)) or len(scores) < 2:
            raise ValueError("a scale: expected two or more scores, each above the one before")
        if scores[0] < 0:
            raise ValueError(f"a scale: found a score of {scores[0]}, expected none below 0")
        if any(not level.title or not level.meaning for level in self.levels):
            raise ValueError("a scale: expected a title and a meaning for each score")

    @property
    def highest(self) -> Decimal:
        """The most that can be scored."""
        return self.levels[-1].score

    def level(self, score: Decimal) -> Level:
        """The level that a score has reached: the highest that is not above it."""
        return [level for level in self.levels if level.score <= score][-1]

    def is_level(self, score: Decimal) -> bool:
        """Whether it is one of the scores that a single person may give; a mean may lie between two."""
        return any(level.score == score for level in self.levels)
