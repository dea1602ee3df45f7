"""Registered providers: who a regulator has registered to give care, and every earlier description of them."""

from candour.warehouse.tables.definition import Table
from candour.warehouse.tables.kinds import DAY, TEXT, TEXTS
from candour.warehouse.tables.places_named import council_columns
from candour.warehouse.tables.statement import FIRST_SEEN, LAST_SEEN, RECEIPT, SEEN, said

_SAID = (
    said("provider", TEXT, "key", "the provider: register and number, or register and name where it gives no number"),
    said("register", TEXT, "register", "the source whose register it is"),
    said("number", TEXT, "id", "the register's own number"),
    said("name", TEXT, "name", "name"),
    said("other_names", TEXTS, "other_names", "other names that the register gives"),
    said("status", TEXT, "status", "registered, deregistered or inactive"),
    said("registered", DAY, "registered", "when it was registered"),
    said("deregistered", DAY, "deregistered", "when that ended"),
    said("ownership", TEXT, "ownership", "kind of ownership, in the register's words"),
    said("company", TEXT, "company", "company, as an organisation id"),
    said("charity", TEXT, "charity", "charity, as an organisation id"),
    said("brand_number", TEXT, "brand_id", "the register's number of the brand that it belongs to"),
    said("brand", TEXT, "brand", "name of the brand"),
    said("address", TEXTS, "address.lines", "lines of the address"),
    said("town", TEXT, "address.town", "town"),
    said("postcode", TEXT, "address.postcode", "postcode"),
    *council_columns(),
)
STAGED = Table("provider_statements", "what one file says of one provider", None, (*_SAID, SEEN, RECEIPT))
HISTORY = Table(
    "provider_history",
    "a provider as one file or several describe it in the same words",
    None,
    (*_SAID, FIRST_SEEN, LAST_SEEN, RECEIPT),
)
TABLE = Table(
    "providers",
    "a provider in a regulator's register, with the newest value that any file gives of each column",
    None,
    (*_SAID, FIRST_SEEN, LAST_SEEN, RECEIPT),
)
