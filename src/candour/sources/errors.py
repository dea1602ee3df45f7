"""What can go wrong with a source."""

from candour.errors import CandourError


class SourceError(CandourError):
    """A publisher did not give what was asked for, or is not described as it must be."""


class StatusError(SourceError):
    """A publisher answered with an HTTP `status` that is final."""

    def __init__(self, message: str, status: int) -> None:
        super().__init__(message)
        self.status = status
