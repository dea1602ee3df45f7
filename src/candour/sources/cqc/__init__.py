"""The Care Quality Commission, England: its API and its two monthly directories."""

from candour.sources.cqc.fetch import fetch
from candour.sources.cqc.read import read

__all__ = ["fetch", "read"]
