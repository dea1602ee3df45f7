"""Publishers, one module each: they yield what was published, as it was sent. Nothing is kept or mended here."""

from candour.sources import url
from candour.sources.client import Client
from candour.sources.definition import Definition, KnownCorrection, Rate
from candour.sources.errors import SourceError
from candour.sources.fetched import Fetched
from candour.sources.publishers import Source, publishers

__all__ = [
    "Client",
    "Definition",
    "Fetched",
    "KnownCorrection",
    "Rate",
    "Source",
    "SourceError",
    "publishers",
    "url",
]
