"""Why a cost cannot be computed."""

from candour.errors import CandourError


class CostingError(CandourError, ValueError):
    """A cost was asked for from what it cannot be computed from.

    The message is one line: what was found, what was expected, and what to say instead.
    """
