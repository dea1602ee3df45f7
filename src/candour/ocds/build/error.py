"""Why something cannot be published."""

from candour.errors import CandourError


class BuildError(CandourError):
    """A release or package is not fit to be published. The message is one line that names the field."""
