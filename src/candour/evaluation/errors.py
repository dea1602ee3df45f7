"""Why an evaluation gives no result."""

from candour.errors import CandourError


class EvaluationError(CandourError, ValueError):
    """A design, a bid or a score that cannot be used.

    The message is one line: what was found, what was expected, and what to do next.
    """
