"""What the page of comparisons is asked, as it stands in its address."""

from datetime import date
from typing import Literal

from pydantic import Field

from candour.compare.measured.asked import KindName
from candour.compare.selection import Care, Rating
from candour.operations.comparing import asked as comparing
from candour.site.pages.asked import Asked

Yes = Literal["yes"]


class CompareAsked(Asked):
    """A comparison as far as it has been put together."""

    kind: KindName | None = Field(None, description="What is compared.")
    by: str = Field("", description="The id of an indicator, a metric or an outcome of councils.", max_length=100)
    one: list[str] = Field([], description="Keys of those to compare, up to 12; keys of registers do, too.")
    find: str = Field("", description="Words to look for in names, while one chooses.", max_length=100)
    more: Yes | None = Field(None, description="Whether more are to be chosen, before there is an answer.")
    most: Yes | None = Field(None, description="Compare those of whom most is known, instead of naming them.")
    care: Care = Field("yes", description="Only what is surely social care, also what may be, or any.")
    council: str | None = Field(None, description="Only what this council buys: its name or code.", max_length=200)
    model: str | None = Field(None, description="Only this contract model.", max_length=100)
    rating: Rating | None = Field(None, description="Only providers whose locations are rated like this.")
    since: date | None = Field(None, description="From this day on.")
    until: date | None = Field(None, description="Before this day.")
    group: str = Field("", description="Only these people, as name=value.", max_length=200)
    standardise: str = Field("", description="As if all supported the same mix of these groups.", max_length=100)
    neighbours: Yes | None = Field(None, description="Beside the councils that are most like those named.")

    def asked(self) -> comparing.Asked:
        """The same as operations understand it."""
        return comparing.Asked(
            kind=self.kind,
            by=self.by,
            ones=tuple(dict.fromkeys(self.one)),
            words=self.find,
            choosing=self.more is not None,
            most=self.most is not None,
            care=self.care,
            council=self.council,
            contract_model=self.model,
            rating=self.rating,
            since=self.since,
            until=self.until,
            group=self.group,
            standardise=self.standardise,
            with_neighbours=self.neighbours is not None,
        )

    def kept(self, *without: str) -> tuple[tuple[str, str], ...]:
        """What stays in the address, name by name, but for what is asked anew."""
        return tuple(
            (name, str(text))
            for name, value in self.query().items()
            if name not in without
            for text in (value if isinstance(value, list) else [value])
        )
