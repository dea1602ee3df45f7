"""Why releases could not be merged."""


class MergeError(ValueError):
    """The releases of one process contradict each other, or are not releases. The message is one plain line."""
