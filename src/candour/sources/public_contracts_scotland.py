"""Public Contracts Scotland: months and notice types."""

from candour.sources.months import fetch

__all__ = ["fetch"]
