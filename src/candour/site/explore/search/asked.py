"""What a search is asked, and which processes it chooses by that."""

import datetime
from typing import Annotated, Literal

from django.utils.translation import gettext as _
from pydantic import AfterValidator, Field

from candour.care import councils
from candour.compare.selection import Care
from candour.operations.home import Home
from candour.operations.search import Choice
from candour.site.pages.asked import Asked
from candour.site.pages.faults import AnswerError

Stage = Literal["planning", "tender", "award", "contract", "implementation"]
_LETTERS = 300
"""More of what is typed is left unread."""
MOST = 1000
"""So many rows of a list are given at once."""


def _read(text: str) -> str:
    return " ".join(text[:_LETTERS].split())


class SearchAsked(Asked):
    """Words and choices."""

    q: Annotated[str, AfterValidator(_read)] = Field(
        "",
        description="Words, a name, a postcode, or the number of a provider, company, charity, contract or notice.",
    )
    service: str | None = Field(None, description="Kind of care, such as `home care`.")
    model: str | None = Field(None, description="Contract model, such as `framework`.")
    council: str | None = Field(None, description="The council that buys, by name or GSS code.")
    stage: Stage | None = Field(None, description="How far it is.")
    care: Care = Field("perhaps", description="Surely social care (`yes`), also what may be (`perhaps`), or `any`.")
    since: datetime.date | None = Field(None, description="Last release on this day or later.")
    until: datetime.date | None = Field(None, description="Last release before this day.")
    limit: int = Field(20, ge=1, le=MOST, description="So many contracts.")
    providers_limit: int = Field(8, ge=1, le=MOST, description="So many providers and places of care.")
    after: str | None = Field(None, description="Where the list of contracts goes on, as the last answer said.")
    providers_after: str | None = Field(None, description="The same of the list of providers.")

    @property
    def narrowed(self) -> bool:
        """Whether contracts are chosen by anything but words."""
        chosen = (self.service, self.model, self.council, self.stage, self.since, self.until)
        return any(chosen) or self.care != "perhaps"


def choice_of(asked: SearchAsked, home: Home, day: datetime.date) -> Choice:
    """The same as operations have it. Raises AnswerError where no council is meant."""
    return Choice(
        care=asked.care,
        stage=asked.stage,
        council=_council(asked.council, home, day) if asked.council else None,
        contract_model=asked.model,
        service_type=asked.service,
        since=asked.since,
        until=asked.until,
    )


def _council(wanted: str, home: Home, day: datetime.date) -> str:
    found = councils.look_up(wanted, day)
    if found.council:
        return found.council.gss
    with home.tables() as tables:
        named = next((name for name in tables.words.areas if name.casefold() == wanted.strip().casefold()), None)
    if named is None:
        raise AnswerError("council", _("No council is called this. Give its full name or its GSS code"))
    return named
