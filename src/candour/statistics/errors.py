"""Why a number cannot be computed."""

from candour.errors import CandourError


class NotComputableError(CandourError, ValueError):
    """A formula was given what it has no answer for.

    The message is one line: what was found and what was expected. It can stand after "not computable, because…".
    """
