"""All that a reader wants of one contract at once: its view, the questions of a role, documents, every release."""

from datetime import date
from typing import Any

import msgspec

from candour.operations.answers.answer import Answer
from candour.operations.answers.answering import Answers, answers_from
from candour.operations.answers.kinds import KINDS, Section, section_of
from candour.operations.answers.questions import role
from candour.operations.contract.asking import Asking
from candour.operations.contract.documents import Document, documents
from candour.operations.contract.lines import ContractLine, contract_lines
from candour.operations.contract.received import Received, received, rows_of
from candour.operations.contract.scope import scopes
from candour.operations.contract.timeline import TimelineRelease, timeline
from candour.operations.contract.view import ContractView, view_of
from candour.operations.home import Home
from candour.warehouse.engine import Engine

_RECEIPTS = """
SELECT receipt, sha256, source, publisher, licence, name, received
FROM receipts WHERE receipt IN (SELECT UNNEST($receipts)) ORDER BY receipt
"""


class OneContract(msgspec.Struct, frozen=True, kw_only=True):
    """A contract, what is said of it section by section, and what a role asks of it."""

    view: ContractView
    sections: dict[Section, tuple[Answer, ...]]
    answers: Answers
    documents: tuple[Document, ...]


class ContractPage(msgspec.Struct, frozen=True, kw_only=True):
    """A process and the contract that is looked at.

    `contract` is None where there are several and none was named: `contracts` has them all in short. `same` are the
    ocids of other processes that are the same purchase, `receipts` the files that all of this came in.
    """

    ocid: str
    data_version: str
    day: date
    title: str | None
    buyer: str | None
    contracts: tuple[ContractLine, ...]
    contract: OneContract | None
    same: tuple[str, ...]
    releases: tuple[TimelineRelease, ...]
    receipts: tuple[dict[str, Any], ...]


def contract_page(home: Home, ocid: str, day: date, asked_as: str, contract_id: str | None = None) -> ContractPage:
    """The contract with this id, or the only one of its process, with the questions of a role answered.

    Raises:
        CandourError: there is no such role, process or contract, or nothing has been built yet.
    """
    role(asked_as)
    with home.tables() as tables:
        process = received(tables, ocid)
        lines = contract_lines(process)
        chosen = contract_id is not None or len(lines) == 1
        releases = tuple(timeline(process.rows["releases"]))
        return ContractPage(
            ocid=ocid,
            data_version=tables.data_version,
            day=day,
            title=process.process["title"],
            buyer=process.process["buyer_name"],
            contracts=lines,
            contract=_one(process, Asking(tables, day), asked_as, contract_id) if chosen else None,
            same=tuple(sorted({end for row in process.links for end in (row["ocid_a"], row["ocid_b"])} - {ocid})),
            releases=releases,
            receipts=receipts_of(tables, releases),
        )


def _one(process: Received, asking: Asking, asked_as: str, contract_id: str | None) -> OneContract:
    scope = scopes(process, contract_id)[0]
    view = view_of(process, scope, asking)
    version = asking.tables.data_version
    return OneContract(
        view=view,
        sections={
            section: tuple(section_of(view, section))
            for section in dict.fromkeys(kind.section for kind in KINDS.values())
        },
        answers=answers_from(view, role(asked_as), ocid=process.ocid, data_version=version, day=asking.day),
        documents=tuple(documents(rows_of(asking.tables, "documents", process.ocid), scope)),
    )


def receipts_of(tables: Engine, releases: tuple[TimelineRelease, ...]) -> tuple[dict[str, Any], ...]:
    """The receipts that releases came in."""
    wanted = sorted({one.source.receipt for one in releases})
    return tuple(row._asdict() for row in tables.query(_RECEIPTS, {"receipts": wanted}))
