"""Care terms: what kind of care is bought, for whom, where, and under which rules."""

from collections.abc import Iterator

from candour.warehouse.tables.columns import OCID_COLUMN, plain, stage_column
from candour.warehouse.tables.definition import Entry, Table
from candour.warehouse.tables.holders import HOLDER_COLUMNS, object_in
from candour.warehouse.tables.kinds import TEXT, TEXTS
from candour.warehouse.tables.process import Process


def _entries(process: Process) -> Iterator[Entry]:
    return object_in(process, "socialCare", "tender", "lot", "contract")


TABLE = Table(
    "care_terms",
    "what a tender, a lot or a contract says of the care that it buys",
    _entries,
    (
        OCID_COLUMN,
        stage_column("tender, lot (where it differs from the tender) or contract"),
        *HOLDER_COLUMNS,
        plain("service_types", TEXTS, "serviceTypes", "kinds of care: homeCare, supportedLiving, careHome…"),
        plain("clients", TEXTS, "clients", "whom it is for: olderPeople, learningDisability…"),
        plain("settings", TEXTS, "settings", "where it is given: ownHome, careHome, dayCentre…"),
        plain(
            "contract_model",
            TEXT,
            "contractModel",
            "how it is bought, in the publisher's own judgement: block, spot…",
        ),
        plain("regime", TEXT, "regime", "rules that were followed: lightTouch, userChoiceDirectAward…"),
        plain("user_choice", TEXT, "userChoice", "how far people choose: anyProvider, listedProviders, noChoice…"),
        plain("user_choice_details", TEXT, "userChoiceDetails", "how people choose, in words"),
        plain("funded_by", TEXTS, "fundedBy", "who pays: council, nhs, selfFunded, directPayment"),
    ),
)
