"""Ratings out of the real register files, read the short way: the sources' own readers are tested elsewhere."""

import csv
import json
from datetime import date, datetime

from candour.care.ratings.history import History
from candour.care.ratings.lineage import Lineage
from candour.care.ratings.rating import read_rating
from candour.care.register import RegistrationSuccession

_COLUMNS = {
    "overall": "Location Latest Overall Rating",
    "safe": "Location safe rating",
    "effective": "Location effective rating",
    "caring": "Location caring rating",
    "responsive": "Location responsive rating",
    "well-led": "Location well-led rating",
}


def api_locations(folder):
    """One list of ratings for each rating report of each location: the current ones, then the earlier."""
    for line in (folder / "registers/cqc/api_locations_oldham.jsonl").open(encoding="utf-8"):
        location = json.loads(line)
        now = location.get("currentRatings", {})
        for said in ([now] if "overall" in now else []) + location.get("historicRatings", []):
            if "overall" in said:
                yield list(_of_api(location["locationId"], said))


def _of_api(number, said):
    overall = said["overall"]
    dated = overall.get("reportDate") or said.get("reportDate")
    belongs_to = said.get("organisationId")
    for name, word, asked in [("overall", overall.get("rating", ""), {})] + [
        (each["name"], each["rating"], each) for each in overall.get("keyQuestionRatings", [])
    ]:
        of = asked.get("organisationId", belongs_to)
        published = asked.get("reportDate", dated)
        yield read_rating(
            register="cqc",
            subject="location",
            subject_id=number,
            key_question=name,
            as_published=word,
            published=date.fromisoformat(published) if published else None,
            inherited=None if of is None else of != number,
            inherited_from=of if of != number else None,
        )


def api_histories(folder):
    """Each location with all its ratings, its successions, and when it was registered."""
    lines = (folder / "registers/cqc/api_locations_oldham.jsonl").read_text("utf-8").splitlines()
    locations = [json.loads(line) for line in lines]
    steps = Lineage(step for location in locations for step in _successions(location))
    ratings = {}
    for report in api_locations(folder):
        ratings.setdefault(report[0].subject_id, []).extend(report)
    for location in locations:
        number = location["locationId"]
        ended = location.get("deregistrationDate")
        related = steps.of("cqc", number)
        numbers = {number, *(step.old for step in related)}
        yield History(
            register="cqc",
            subject_id=number,
            ratings=tuple(rating for each in sorted(numbers) for rating in ratings.get(each, ())),
            registered=date.fromisoformat(location["registrationDate"]),
            deregistered=date.fromisoformat(ended) if ended else None,
            complete=True,
            successions=related,
        )


def _successions(location):
    for related in location["relationships"]:
        pair = (related["relatedLocationId"], location["locationId"])
        old, new = pair if related["type"] == "HSCA Predecessor" else pair[::-1]
        yield RegistrationSuccession(
            register="cqc",
            subject="location",
            old=old,
            new=new,
            evidence=f"{related['type']}: {related['reason']}",
            source_id=location["locationId"],
        )


def directory_of_locations(folder):
    """Undated: what this file calls Publication Date is the day of registration, in every row."""
    for row in _rows(folder / "registers/cqc/directory_locations_2025.csv"):
        yield [
            read_rating(
                register="cqc",
                subject="location",
                subject_id=row["Location ID"],
                key_question=asked,
                as_published=row[column],
                first_seen=date(2025, 8, 1),
            )
            for asked, column in _COLUMNS.items()
        ]


def directory_with_ratings(folder):
    together = {}
    for row in _rows(folder / "registers/cqc/directory_ratings_lincolnshire_2026.csv"):
        service = row["Service / Population Group"]
        together.setdefault((row["Location ID"], service), []).append(
            read_rating(
                register="cqc",
                subject="location",
                subject_id=row["Location ID"],
                service=None if service == "Overall" else service,
                key_question=row["Domain"],
                as_published=row["Latest Rating"],
                published=_us_date(row["Publication Date"]),
                inherited=row["Inherited Rating (Y/N)"] == "Y",
                report_url=row["URL"],
            )
        )
    yield from together.values()


def scottish_register(folder):
    path = folder / "registers/care_inspectorate/datastore_2026-05-31.csv"
    for row in _rows(path, encoding="utf-8-sig"):
        published = row["Publication_of_Latest_Grading"]
        inspected = row["Last_inspection_Date"]
        yield [
            read_rating(
                register="care_inspectorate",
                subject="location",
                subject_id=row["CSNumber"],
                key_question=column,
                as_published=row[column],
                published=datetime.strptime(published, "%d/%m/%Y").date() if published else None,
                ever_inspected=bool(inspected) or None,
                kind=row["CareService"],
            )
            for column in row
            if column.startswith("KQ_") and not column.endswith("_change")
        ]


def lowest_scottish_grades(folder):
    """What the register itself gives as a service's lowest grade, which is read nowhere else."""
    for row in _rows(folder / "registers/care_inspectorate/datastore_2026-05-31.csv"):
        yield row["CSNumber"], float(row["MinGrade"]) if row["MinGrade"] else None


def _rows(path, encoding="utf-8-sig"):
    with path.open(encoding=encoding, newline="") as lines:
        yield from csv.DictReader(lines)


def _us_date(text):
    return datetime.strptime(text, "%m/%d/%Y").date() if text else None
