"""Which processes a comparison looks at."""

import datetime
from typing import Literal

import msgspec

Care = Literal["yes", "perhaps", "any"]
Rating = Literal["at or above good", "some below good", "not rated", "not in a register"]


class Selection(msgspec.Struct, frozen=True, kw_only=True):
    """The processes to compare, so that like stands beside like.

    `care`: only what is surely social care (`yes`), that and what may be (`perhaps`), or `any` process. `since` and
    `until` (exclusive) bound the date of the first award. `council` is a GSS code, `contract_model` a model's name.
    `rating` chooses providers by how the locations are rated that they are linked to; each provider has one of the
    four.
    """

    care: Care = "yes"
    since: datetime.date | None = None
    until: datetime.date | None = None
    council: str | None = None
    contract_model: str | None = None
    rating: Rating | None = None

    def condition(self) -> tuple[str, dict[str, object]]:
        """The SQL condition on the table `members`, and its parameters."""
        parts, parameters = ["TRUE"], dict[str, object]()
        if self.care != "any":
            parts.append("social_care = 'yes'" if self.care == "yes" else "social_care IN ('yes', 'perhaps')")
        for column, operator, name, value in (
            ("award_date", ">=", "since", self.since),
            ("award_date", "<", "until", self.until),
            ("council_code", "=", "council", self.council),
            ("contract_model", "=", "contract_model", self.contract_model),
        ):
            if value is not None:
                parts.append(f"{column} {operator} ${name}")
                parameters[name] = value
        if self.rating == "not in a register":
            parts.append("group_key NOT IN (SELECT organisation_key FROM supplier_ratings)")
        elif self.rating is not None:
            parts.append("group_key IN (SELECT organisation_key FROM supplier_ratings WHERE rating = $rating)")
            parameters["rating"] = self.rating
        return " AND ".join(parts), parameters

    def in_words(self) -> dict[str, str]:
        """What was asked for, by the name of each choice."""
        return {name: str(value) for name in self.__struct_fields__ if (value := getattr(self, name)) is not None}
