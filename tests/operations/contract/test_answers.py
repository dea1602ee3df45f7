"""Every kind of answer, where its facts were published and where they were not."""

import pytest

from candour.errors import CandourError
from candour.operations.answers.answering import Answered, answer_all, answers, in_reading_order
from candour.operations.answers.kinds import KINDS, give
from candour.operations.answers.questions import roles

from .conftest import DAY
from .releases import AWARD, EVERYTHING, NOTHING, ODD, SEVERAL, STATES, TENDER

SAID = {
    "supplier": "It was awarded to Lantern Care Co-operative (fictional) (in no register received).",
    "services": "The kind of care: home care.",
    "who_for": "It is for older people.",
    "contract_model": "The contract model is block.",
    "regime": "It was bought by this procedure: Open procedure, light touch.",
    "user_choice": "On the choice that people have: listed providers.",
    "period": "It runs from 1 April 2025 to 31 March 2027.",
    "contract_value": "The contract is worth £850,000.",
    "value_changes": (
        "The value was said to be £800,000 (1 March 2025), then £850,000 (1 April 2025); amendments: Wages rose."
    ),
    "spent": "The payments that were published come to £1,500 in 2 payments until 1 June 2025 and €7 in 1",
    "rates": "The payer pays £25 for one contact hour (by the contract) and £30 for one contact hour (by the bi",
    "price_per_hour_vs_cost": (
        "£25 an hour is between the red line and the sustainability line for England in 2025-26 (red line £22.71"
    ),
    "award_criteria": "Bids were compared by Quality 70% and Price 30%.",
    "competition": "3 bids were received.",
    "scores": "The bid that won was given 4 of 5 for q by lived experience.",
    "panel": "The panel: 3 people supported and 2 commissioners. 1 conflict",
    "minimum_standards": "Minimum standards: Visits of 30 minutes (0.9), above the national one.",
    "promised_never_reported": "Promised but never reported: Continuity of workers (",
    "promised_metrics": "5 promises were made: ",
    "targets_met": "Of what was promised and reported, not met: Pay per hour worked and Satisfaction; met: Missed",
    "reported_without_promise": "Reported without a promise: Falls 3 per 1,000 days.",
    "failures": "Failures were published: Late visits, 2 times.",
    "verification": "1 of 4 reported metrics were checked: Satisfaction by people supported.",
    "worker_pay": "The worker receives £15 for one contact hour (by the contract).",
    "worker_share": (
        "The worker's share is 60% of what the payer pays, contact time only, worked out from the rate (by the contr"
    ),
    "pay_floor": "£15 for one contact hour meets the floor of £12.21 in 2025-26: ",
    "travel_time": "On travel: the time on the way is paid apart (by the contract).",
    "mileage": "Workers are paid £0.45 a mile.",
    "pay_promise_to_report": "Share of the rate paid to workers: 60% (contract); never reported.",
    "participation": "There took part: 9 people supported and 4 care workers (co design).",
    "contributions": (
        "People asked: “Fewer new faces” (adopted: It is what people miss most; in continuity-of-workers) and "
        "“Paid waiting” (what became of it is not said)."
    ),
    "response_rates": "Answers: Satisfaction: 40 of 50 (80%) (person supported).",
    "lessons": "Lessons: Plan by street (care worker).",
    "predecessor": "Before this contract: Old Care Ltd (fictional) (ocds-f1ct10-before, contract c; end of term).",
    "inherited": "From the contract before (ocds-f1ct10-before): dropped: Falls; cannot be compared: Satisfaction;",
    "baseline": "This contract started from Missed visits 4%; whoever comes next starts from ",
    "publishers": "It is said in 5 releases by Ambermere Council and Lantern Care Co-operative (fictional), the last",
    "provider_publishes": "Lantern Care Co-operative (fictional) published 1 release itself.",
    "definitions": "6 of 6 metrics are defined in the outcome library:",
    "delivered_metric:missed-visits": (
        "Missed visits: 1% (0.4% to 2.5%) out of 400 for 1 April to 30 June 2025; promised: 2%; met, and chance"
    ),
    "delivered_metric:satisfaction": (
        "Satisfaction: 80% (65.2% to 89.5%) out of 40 of 50 who were asked answered by themselves for 1 April to 30"
    ),
    "delivered_metric:continuity-of-workers": "Continuity of workers was promised (5 workers per person) and never",
}
IN_THE_BARE_ONE = {"supplier", "buyer", "status", "publishers", "competition"}
"""What a contract that says nothing still says: who, from whom, and that it is."""


@pytest.mark.parametrize("name", SAID)
def test_what_is_published_is_said_in_a_sentence(view, name):
    assert give(name, view(EVERYTHING)).text.startswith(SAID[name])


def test_alerts_are_what_is_missing_or_missed(view):
    full = view(EVERYTHING)
    alerts = {name for name in KINDS if give(name, full).alert}
    assert alerts == {
        "promised_never_reported",
        "targets_met",
        "failures",
        "pay_promise_to_report",
        "contributions",
        "inherited",
    }


def test_where_nothing_is_published_that_is_said_and_nothing_is_nought(view):
    bare = view(NOTHING)
    answered = {name for name in KINDS if give(name, bare).state == "value"}
    assert answered <= IN_THE_BARE_ONE
    for name in set(KINDS) - answered:
        found = give(name, bare)
        assert found.text.endswith("."), name
        assert not any(figure.isdigit() for figure in found.text), name


@pytest.mark.parametrize(
    ("metric", "state", "text"),
    [
        ("late-visits", "suppressed", "Late visits is suppressed: fewer than 8 people."),
        ("satisfaction", "not computable", "Satisfaction is not computable: nobody was asked."),
        ("dignity", "not reported", "Dignity was promised (50%) and never reported"),
        ("falls", "not reported", "Falls was promised (50%) and never reported"),
        ("loneliness", "not reported", "Ambermere Council (fictional) has published neither a promise nor a report"),
    ],
)
def test_the_four_states_are_said_apart(view, metric, state, text):
    found = give(f"delivered_metric:{metric}", view(STATES))
    assert found.state == state
    assert found.text.startswith(text)


@pytest.mark.parametrize("ocid", [EVERYTHING, NOTHING, STATES, AWARD, TENDER, ODD])
def test_every_role_is_answered_about_every_contract(view, ocid):
    seen = view(ocid)
    for asked in roles().values():
        found = answer_all(asked, seen)
        assert [one.question for one in found] == list(asked.questions)
        for one in found:
            assert one.answer.text
            assert (one.answer.state == "value") == any(given.state == "value" for given in one.given.values())


def test_what_is_missing_or_missed_comes_first_and_what_nobody_said_last(home):
    found = answers(home, EVERYTHING, "family", DAY)
    ranks = [(not one.answer.alert, one.answer.state != "value") for one in found.questions]
    assert ranks == sorted(ranks)
    assert ranks[0] == (False, False)
    assert found.answered == sum(one.answer.state == "value" for one in found.questions)
    assert (found.answered, len(found.questions)) == (9, 11)


def test_in_each_part_the_order_is_that_of_the_role(view):
    asked = roles()["researcher"]
    found = in_reading_order(answer_all(asked, view(EVERYTHING)))
    order = {question.id: number for number, question in enumerate(asked.questions)}

    def of(part: tuple[bool, bool]) -> list[int]:
        return [order[one.question.id] for one in found if _part(one) == part]

    for part in {_part(one) for one in found}:
        assert of(part) == sorted(of(part))


def _part(one: Answered) -> tuple[bool, bool]:
    return one.answer.alert, one.answer.state == "value"


def test_of_several_contracts_one_has_to_be_named(home):
    with pytest.raises(CandourError, match="has 2 contracts and awards; name one with --contract: c1, c2"):
        answers(home, SEVERAL, "family", DAY)
    assert answers(home, SEVERAL, "family", DAY, "c2").contract_id == "c2"
