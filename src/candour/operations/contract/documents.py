"""The documents of a contract and of its process, as notices list them."""

from collections.abc import Iterator
from datetime import date

import msgspec

from candour.operations.contract.received import Row
from candour.operations.contract.scope import Scope
from candour.operations.day import uk_day


class Document(msgspec.Struct, frozen=True, kw_only=True):
    """A document. `url` is what was published as its address, whatever it is: nobody has looked at it."""

    stage: str
    type: str | None
    title: str | None
    description: str | None
    url: str | None
    format: str | None
    published: date | None


def documents(rows: list[Row], scope: Scope) -> Iterator[Document]:
    """Those of the plan and the tender, and those of this award and contract; what came last first."""
    own = {"award": scope.award_number, "contract": scope.contract_number, "implementation": scope.contract_number}
    for row in reversed(rows):
        if row["stage"] not in own or row["holder_number"] == own[row["stage"]]:
            yield Document(
                stage=row["stage"],
                type=row["document_type"],
                title=row["title"],
                description=row["description"],
                url=row["url"],
                format=row["format"],
                published=uk_day(row["published"] or row["modified"]),
            )
