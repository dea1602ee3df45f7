"""Take the data away: whole or a selection, in the form one needs, never without its description."""

from candour.operations.export.export import FORMS, Exported, Form, export

__all__ = ["FORMS", "Exported", "Form", "export"]
