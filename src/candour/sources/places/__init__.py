"""Files of places: codes, names, dates, sizes and outlines of councils, from several publishers, in six layouts."""

from candour.sources.places.reading import read

__all__ = ["read"]
