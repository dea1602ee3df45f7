"""Who may score: what a buyer asks of a panel is checked before bids are opened, and published without a name."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
import yaml
from msgspec.structs import replace

from candour.evaluation.bid import Bid
from candour.evaluation.errors import EvaluationError
from candour.evaluation.lock import lock
from candour.evaluation.member import Conflict, Experience, Member, Role, Training
from candour.evaluation.panel import OwnScore, Panel
from candour.evaluation.panel_rules import AskConflicts, AskExperience, AskTraining, PanelRule
from candour.evaluation.record import Record, publishable

from .making import OPENED, bid, design
from .test_bundle import NOON

SEALED: Bid = replace(bid("A", "0"), price=None)
TRAINED = Training(title="scoring tenders", on=date(2026, 1, 1))


def member(role: Role = "careWorker", *experience: Experience, **others: object) -> Member:
    return Member(id="seat 1", role=role, experience=experience, **others)  # type: ignore[arg-type]


def record(seat: Member, *rules: PanelRule) -> Record:
    own = (OwnScore(member="seat 1", bid="A", criterion="quality", score=Decimal(50)),)
    return Record(
        design=design(panel_rules=rules),
        design_published="2026-09-01T00:00:00Z",  # type: ignore[arg-type]
        opened=OPENED,
        bids=(SEALED,),
        panel=Panel(members=(seat,), rule="mean", own=own),
    )


LIVED = AskExperience(any_of=("receivingCare", "caringForFamily"), at_least=1)
CONFLICT = Conflict(supplier_id="XX-A", what="a cousin works there", management="none needed", reasons="far cousin")


@pytest.mark.parametrize(
    ("seat", "rule", "message"),
    [
        (member("careWorker", "careWork"), LIVED, "found 0 who score with receivingCare or caringForFamily"),
        (member("observer", "receivingCare"), LIVED, "found 0 who score"),
        (
            member(),
            AskTraining(title="scoring tenders", within_months=24),
            "seat 1 was not trained in scoring tenders",
        ),
        (
            member(training=(TRAINED,)),
            AskTraining(title="scoring tenders", within_months=9),
            "was not trained in scoring tenders within 9 months",
        ),
        (member(), AskConflicts(), "seat 1 was not asked about conflicts"),
        (member(conflicts=(CONFLICT,)), AskConflicts(), "has a conflict with XX-A and did not stand aside"),
        (
            member(conflicts=(replace(CONFLICT, management="stood aside"),)),
            AskConflicts(),
            "seat 1 stood aside and scored bid A all the same",
        ),
    ],
)
def test_nothing_is_locked_by_a_panel_that_does_not_keep_the_rules(
    seat: Member, rule: PanelRule, message: str
) -> None:
    with pytest.raises(EvaluationError, match=message):
        lock(record(seat, rule), NOON)


def test_a_panel_that_keeps_the_rules() -> None:
    seat = member("personSupported", "receivingCare", training=(TRAINED,), conflicts=())
    rules = (LIVED, AskTraining(title="scoring tenders", within_months=24), AskConflicts())
    assert lock(record(seat, *rules), NOON).locked == NOON


def test_what_ties_a_member_to_a_bidder_is_counted_and_not_told() -> None:
    shown = publishable(record(member(conflicts=(CONFLICT,))))
    text = str(shown.panel)
    assert "cousin" not in text
    assert [(one.path, one.texts) for one in shown.withheld] == [("panel.members[*].conflicts[*]", 2)]


def test_roles_and_experience_are_the_codes_of_the_extension() -> None:
    extension = Path(__file__).resolve().parents[2] / "src/candour/ocds/standard/extensions/socialCare.yaml"
    codelists = yaml.safe_load(extension.read_text())["codelists"]
    assert set(codelists["carePanelRole"]["meanings"]) == set(Role.__args__)
    assert set(codelists["carePanelExperience"]["meanings"]) == set(Experience.__args__)
