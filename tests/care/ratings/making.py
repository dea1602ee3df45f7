"""Ratings and successions for tests; every number and date in them is made up."""

from candour.care.ratings.rating import read_rating
from candour.care.register import RegistrationSuccession

HOME = "1-000"
OLD_HOME = "1-999"


def cqc(word="Good", published=None, **changes):
    return read_rating(
        **{
            "register": "cqc",
            "subject": "location",
            "subject_id": HOME,
            "key_question": "overall",
            "as_published": word,
            "published": published,
        }
        | changes
    )


def scottish(key_question, grade, published, **changes):
    shared = {"register": "care_inspectorate", "subject_id": "CS000", "key_question": key_question}
    return cqc(grade, published, **shared | changes)


def followed(old=OLD_HOME, new=HOME, evidence="HSCA Predecessor: Legal Entity Change", register="cqc"):
    return RegistrationSuccession(
        register=register, subject="location", old=old, new=new, evidence=evidence, source_id=new
    )
