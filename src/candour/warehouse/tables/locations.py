"""Locations: where care is given, or a service is run from, and every earlier description of them."""

from candour.warehouse.tables.definition import Table
from candour.warehouse.tables.kinds import DAY, TEXT, TEXTS, WHOLE, YES_NO
from candour.warehouse.tables.places_named import council_columns
from candour.warehouse.tables.statement import FIRST_SEEN, LAST_SEEN, RECEIPT, SEEN, said

_SAID = (
    said("location", TEXT, "key", "the location: register and number, or register, name and postcode without one"),
    said("register", TEXT, "register", "the source whose register it is"),
    said("number", TEXT, "id", "the register's own number"),
    said("name", TEXT, "name", "name"),
    said("provider", TEXT, "provider_key", "its provider: key in the table of providers"),
    said("provider_name", TEXT, "provider_name", "its provider's name, as given with the location"),
    said("status", TEXT, "status", "registered, deregistered or inactive"),
    said("registered", DAY, "registered", "when it was registered"),
    said("deregistered", DAY, "deregistered", "when that ended"),
    said("dormant", YES_NO, "dormant", "whether the register calls it dormant: registered, and giving no care"),
    said("care_home", YES_NO, "care_home", "whether it is a care home"),
    said(
        "adult_social_care",
        YES_NO,
        "adult_social_care",
        "whether the register says that it gives social care to adults",
    ),
    said("services", TEXTS, "services", "what it does, in the register's words"),
    said("people", TEXTS, "people", "whom it is for, in the register's words"),
    said("beds", WHOLE, "beds", "beds"),
    said("registered_places", WHOLE, "places", "places that it is registered for"),
    said("address", TEXTS, "address.lines", "lines of the address"),
    said("town", TEXT, "address.town", "town"),
    said("postcode", TEXT, "address.postcode", "postcode"),
    *council_columns(),
    said("region", TEXT, "region", "region, in the register's words"),
    said("last_inspected", DAY, "last_inspected", "when it was last inspected"),
    said(
        "ratings_complete", YES_NO, "ratings_complete", "whether a file lists all its ratings, not the latest alone"
    ),
    said("url", TEXT, "url", "its page at the regulator"),
)
STAGED = Table("location_statements", "what one file says of one location", None, (*_SAID, SEEN, RECEIPT))
HISTORY = Table(
    "location_history",
    "a location as one file or several describe it in the same words",
    None,
    (*_SAID, FIRST_SEEN, LAST_SEEN, RECEIPT),
)
TABLE = Table(
    "locations",
    "a location in a regulator's register, with the newest value that any file gives of each column",
    None,
    (*_SAID, FIRST_SEEN, LAST_SEEN, RECEIPT),
)
