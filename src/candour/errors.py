"""The one kind of error that people are shown: a line of plain English that offers the next step."""


class CandourError(Exception):
    """Something could not be done.

    The message is one line: what was looked at, what was found, what was expected, and what to do next.
    """


class NotFoundError(CandourError):
    """Nothing has the name, number or id that was asked for."""


class NotBuiltError(CandourError):
    """There are no tables yet to answer from."""
