"""Fictional outcomes of the fictional councils, in the layouts in which outcomes are published."""

from candour.sample.outcomes.writing import write_outcomes

__all__ = ["write_outcomes"]
