"""Why standards cannot be used."""

from candour.errors import CandourError


class StandardsError(CandourError, ValueError):
    """A standard, or a place's additions, that cannot be used. Each line says where, what and what is expected."""
