"""Sell2Wales: the software of Public Contracts Scotland, asked for a language too (`locale` of its definition)."""

from candour.sources.months import fetch

__all__ = ["fetch"]
