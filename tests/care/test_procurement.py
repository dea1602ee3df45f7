from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from candour import sample
from candour.care.link_decision import LinkDecision
from candour.care.link_end import End
from candour.care.procurement import THRESHOLD, Process, link
from candour.care.procurement_links import find_links
from candour.care.procurement_process import process_of
from candour.care.procurement_title import take_apart
from candour.ocds.merge import compiled_release

from .procurement_pairs import labelled


def _process(ocid, title="Home Care in Fictional Town", day=date(2031, 3, 1), **more):
    facts = {"buyers": frozenset({"GB-LAE-XXX"}), "published": day, "closes": day + timedelta(days=30)}
    return Process(
        ocid=ocid, publisher=ocid[:11], title=take_apart(title), **{**facts, "known_as": frozenset({ocid}), **more}
    )


FTS, CF, CF_TOO = "ocds-h6vhtk-000001", "ocds-b5fd17-000001", "ocds-b5fd17-000002"


def test_labelled_pairs_are_linked_with_a_precision_of_98_in_100():
    pairs = labelled()
    found = [(same, link(one, other) is not None, name) for one, other, same, name in pairs]
    wrong = [name for same, linked, name in found if linked and not same]
    missed = [name for same, linked, name in found if same and not linked]
    right = sum(same and linked for same, linked, _ in found)
    precision, recall = right / (right + len(wrong)), right / (right + len(missed))
    print(f"{len(pairs)} pairs; precision {precision:.3f}, recall {recall:.3f}")
    print(f"wrong: {wrong}; missed: {missed}")
    assert len(pairs) > 400
    assert precision >= 0.98
    assert recall >= 0.95


def test_a_link_says_why_and_does_not_depend_on_the_order():
    linked = link(_process(FTS), _process(CF))
    assert linked is not None
    assert linked == link(_process(CF), _process(FTS))
    assert (linked.a, linked.b) == (CF, FTS)
    assert THRESHOLD <= linked.score <= 1
    assert any("closing dates" in reason for reason in linked.reasons)


def test_processes_of_one_publisher_are_linked_only_when_one_names_the_other():
    assert link(_process(CF), _process(CF_TOO)) is None
    named = link(_process(CF), _process(CF_TOO, mentions=frozenset({CF})))
    assert named is not None
    assert named.method == "reference"


def test_a_framework_is_not_the_same_procurement_as_what_is_ordered_under_it():
    assert link(_process(FTS), _process(CF, apart_from=frozenset({FTS}))) is None


def test_of_two_equally_good_neither_is_linked():
    twins = [_process(CF), _process(CF_TOO)]
    assert list(find_links([_process(FTS), *twins])) == []
    assert len(list(find_links([_process(FTS), twins[0]]))) == 1


def test_a_person_outweighs_the_score_either_way():
    processes = [_process(FTS), _process(CF), _process(CF_TOO, closes=date(2031, 4, 5))]
    assert [(found.a, found.b) for found in find_links(processes)] == [(CF, FTS)]
    no = LinkDecision(End("process", FTS), End("process", CF), False, "a reader", "two lots", date(2031, 5, 1))
    yes = LinkDecision(End("process", CF_TOO), End("process", FTS), True, "a reader", "seen both", date(2031, 5, 1))
    assert all((found.a, found.b) != (CF, FTS) for found in find_links(processes, [no]))
    confirmed = list(find_links(processes, [yes]))
    assert [(found.a, found.b, found.method) for found in confirmed] == [(CF_TOO, FTS, "a person")]


def test_links_do_not_depend_on_the_order_of_the_processes():
    processes = [process for one, other, _, _ in labelled()[:60] for process in (one, other)]
    processes = list({process.ocid: process for process in processes}.values())
    assert list(find_links(processes)) == list(find_links(reversed(processes)))


def test_finding_among_all_gives_what_comparing_each_with_each_gives():
    """A second, slow way: every pair, then the best of each, as long as no group is cut."""
    processes = list(
        {process.ocid: process for one, other, _, _ in labelled()[-60:] for process in (one, other)}.values()
    )
    every = {}
    for at, one in enumerate(processes):
        for other in processes[at + 1 :]:
            if linked := link(one, other):
                every[linked.a, linked.b] = linked
    for found in find_links(processes):
        assert every.pop((found.a, found.b)) == found


@given(st.text(max_size=60), st.text(max_size=60))
@settings(deadline=None, max_examples=200)
def test_any_two_titles_can_be_compared(one, other):
    linked = link(_process(FTS, one), _process(CF, other))
    assert linked is None or linked.score >= THRESHOLD


def test_a_process_is_made_from_whatever_a_release_holds():
    assert process_of({"ocid": FTS, "tender": {"title": 4, "value": {"amount": "x"}, "lots": {}}}).amount is None
    made = process_of(
        {
            "ocid": CF,
            "date": "2031-01-05T00:00:00Z",
            "buyer": {"id": "1", "name": "Merton Council"},
            "tender": {
                "id": "MRTN001-DN756700-0118",
                "title": "Home Care",
                "description": f"Also published as {FTS}.",
                "value": {"amount": 10.5, "currency": "GBP"},
                "tenderPeriod": {"endDate": "9999-99-99"},
            },
        }
    )
    assert "GB-LAE-MRT" in made.buyers
    assert made.mentions == {FTS}
    assert "dn756700" in made.references
    assert made.closes is None
    assert str(made.amount) == "10.5"


def test_real_releases_can_all_be_compared(real_releases):
    processes = {release["ocid"]: process_of(release) for release in real_releases}
    assert len(processes) > 400
    for found in find_links(processes.values()):
        assert processes[found.a].publisher != processes[found.b].publisher


def test_twins_of_the_sample_are_found_and_nothing_else():
    """The sample was written by somebody else, who knows which of its processes are twins."""
    processes, twins = [], set()
    for made in sample.processes(1500, 7):
        if made.twin:
            twins.add(tuple(sorted((made.ocid, made.twin))))
        processes.append(process_of(compiled_release(list(made.releases)), publisher=made.portal))
    found = {(linked.a, linked.b) for linked in find_links(processes)}
    print(f"{len(twins)} twins; {len(found)} links; {len(found & twins)} right")
    assert len(twins) > 100
    assert len(found & twins) / len(found) >= 0.98
    assert len(found & twins) / len(twins) >= 0.9
