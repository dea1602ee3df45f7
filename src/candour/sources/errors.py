"""What can go wrong with a source."""

from candour.errors import CandourError


class SourceError(CandourError):
    """A publisher did not give what was asked for, or is not described as it must be."""
