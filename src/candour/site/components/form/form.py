"""A form: questions, and what sends the answers. It only ever asks for a page; nothing is kept."""

from dataclasses import dataclass, replace
from typing import Self

from candour.site.components.asking import Asking
from candour.site.components.button.button import Button
from candour.site.components.component import Component
from candour.site.components.error_summary.error_summary import ErrorSummary
from candour.site.components.typed import Typed


@dataclass(frozen=True, slots=True, kw_only=True)
class Form(Component):
    """`action` is the address that is asked, `fields` are the questions, `button` says what will happen.

    `kept` are names and values that stay in the address and are not asked. `label` names the form for those who
    cannot see it. `search` is for the one form that finds things.
    `problems` are what is wrong with all of it together.
    """

    action: str
    fields: tuple[Asking, ...]
    button: Button
    label: str = ""
    kept: tuple[tuple[str, str], ...] = ()
    search: bool = False
    problems: tuple[str, ...] = ()

    def filled(self, typed: Typed) -> Self:
        """The same with what was typed, and what is wrong with it beside each question."""
        problem = typed.error("")
        fields = tuple(field.filled(typed) for field in self.fields)
        return replace(self, fields=fields, problems=(problem,) if problem else ())

    @property
    def errors(self) -> ErrorSummary | None:
        """What is wrong, all of it together; None where nothing is."""
        wrong = [(f"{one.label}: {one.error}", one.id) for one in self.fields if one.error]
        wrong += [(problem, "") for problem in self.problems]
        return ErrorSummary(tuple(wrong)) if wrong else None
