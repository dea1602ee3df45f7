"""Items: what is bought, by classification and place."""

from collections.abc import Iterator

from candour.warehouse.tables.columns import OCID_COLUMN, money, plain, stage_column
from candour.warehouse.tables.definition import NUMBER, Column, Entry, Table, derived, of_parent
from candour.warehouse.tables.kinds import AMOUNT, TEXT, TEXTS, WHOLE
from candour.warehouse.tables.process import Process, pieces


def _entries(process: Process) -> Iterator[Entry]:
    for item in pieces(process.tender, "items"):
        yield Entry(process, item, "tender.items", stage="tender")
    for number, award in enumerate(process.awards, 1):
        for item in pieces(award, "items"):
            yield Entry(process, item, "awards.items", award, number, "award")
    for number, contract in enumerate(process.contracts, 1):
        for item in pieces(contract, "items"):
            yield Entry(process, item, "contracts.items", contract, number, "contract")


def _each_address(key: str) -> Column:
    return Column(
        f"delivery_{'postcodes' if key == 'postalCode' else 'regions'}",
        TEXTS,
        f"the {'postcodes' if key == 'postalCode' else 'regions'} where it is delivered",
        derived(lambda entry: [a[key] for a in pieces(entry.node, "deliveryAddresses") if key in a] or None),
    )


TABLE = Table(
    "items",
    "one item of a tender, an award or a contract",
    _entries,
    (
        OCID_COLUMN,
        stage_column("tender, award or contract"),
        Column("holder_number", WHOLE, "position of its award or contract, from 1", NUMBER),
        Column("holder_id", TEXT, "id of its award or contract", of_parent("id")),
        plain("item_id", TEXT, "id", "id of the item"),
        plain("description", TEXT, "description", "description"),
        plain("related_lot", TEXT, "relatedLot", "id of its lot"),
        plain("classification_scheme", TEXT, "classification.scheme", "scheme of the classification"),
        plain("classification", TEXT, "classification.id", "code of the classification"),
        Column(
            "additional_classifications",
            TEXTS,
            "further codes",
            derived(
                lambda entry: [c["id"] for c in pieces(entry.node, "additionalClassifications") if "id" in c] or None
            ),
        ),
        plain("quantity", AMOUNT, "quantity", "how many"),
        plain("unit", TEXT, "unit.name", "of what"),
        *money("unit_", "unit.value", "price of one"),
        _each_address("region"),
        _each_address("postalCode"),
    ),
)
