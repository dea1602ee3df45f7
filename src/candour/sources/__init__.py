"""Publishers, one module each: what they publish, as it was sent, and what their tables say. Nothing is kept here."""

from candour.sources import url
from candour.sources.client import Client
from candour.sources.definition import Definition, KnownCorrection, NoticesDefinition, Rate, TablesDefinition
from candour.sources.errors import SourceError
from candour.sources.fetched import Fetched
from candour.sources.publishers import Source, publishers
from candour.sources.tables import TablesSource, recognise, tables_sources

__all__ = [
    "Client",
    "Definition",
    "Fetched",
    "KnownCorrection",
    "NoticesDefinition",
    "Rate",
    "Source",
    "SourceError",
    "TablesDefinition",
    "TablesSource",
    "publishers",
    "recognise",
    "tables_sources",
    "url",
]
