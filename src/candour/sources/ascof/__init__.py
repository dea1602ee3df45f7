"""The adult social care outcomes framework of England: the yearly workbook, and the same figures one a row."""

from candour.sources.ascof.reading import read

__all__ = ["read"]
