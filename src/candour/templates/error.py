"""Why a workbook cannot be made or read at all."""

from candour.errors import CandourError


class TemplateError(CandourError):
    """A template, a workbook or what is to be written into one cannot be used; the message names what was found."""
