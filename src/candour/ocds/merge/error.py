"""Why releases could not be merged."""

from candour.errors import CandourError


class MergeError(CandourError):
    """The releases of one process contradict each other, or are not releases. The message is one plain line."""
