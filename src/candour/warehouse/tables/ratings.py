"""Ratings: every one that was ever published, under the framework of its time."""

from candour.care.register import register_key
from candour.warehouse.tables.definition import Table
from candour.warehouse.tables.kinds import DAY, TEXT, YES_NO
from candour.warehouse.tables.statement import FIRST_SEEN, LAST_SEEN, RECEIPT, SEEN, said, worked_out

_SAID = (
    worked_out(
        "subject",
        TEXT,
        lambda rating: register_key(rating.register, rating.subject_id),
        "the location or provider rated",
    ),
    said("subject_kind", TEXT, "subject", "location or provider"),
    said("register", TEXT, "register", "the source whose register it is"),
    said("service", TEXT, "service", "the service rated, null where the location is rated as a whole"),
    said("key_question", TEXT, "key_question", "overall, or the key question that is rated"),
    said("state", TEXT, "state", "rated, or why there is no grade; these are different things"),
    said("grade", TEXT, "grade", "the grade, in the words of its framework"),
    said("as_published", TEXT, "as_published", "what stands in the file"),
    said("framework", TEXT, "framework", "the framework, with its version"),
    said("framework_sure", YES_NO, "framework_sure", "whether no other framework was in use at that time"),
    said("published", DAY, "published", "when it was published"),
    said("inspected", DAY, "inspected", "when the inspection was"),
    said("inherited", YES_NO, "inherited", "whether it was given to a predecessor; null where the file does not say"),
    said("inherited_from", TEXT, "inherited_from", "whose rating it was, where the file says"),
    said("url", TEXT, "report_url", "the report"),
)
QUESTION = ("register", "subject_kind", "subject", "service", "key_question")
"""What tells the ratings of one thing on one question from all others."""
STAGED = Table("rating_statements", "what one file says of one rating", None, (*_SAID, SEEN, RECEIPT))
TABLE = Table(
    "ratings",
    "a rating of a location or provider on one key question: one judgement, however many files give it",
    None,
    (
        *_SAID,
        said("in_force", YES_NO, "in_force", "whether it is the last one published on this question"),
        FIRST_SEEN,
        LAST_SEEN,
        RECEIPT,
    ),
)
