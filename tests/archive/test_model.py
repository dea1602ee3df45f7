"""Whatever is done in whatever order, the archive answers as a dictionary would."""

import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from candour.archive import Archive, ArchiveError, Correction, Replace, Undo, Withdraw, WithdrawnError

steps = st.lists(
    st.one_of(
        st.tuples(st.just("add"), st.binary(max_size=12)),
        st.tuples(
            st.just("replace"), st.integers(0, 9), st.integers(0, 12), st.integers(0, 4), st.binary(max_size=3)
        ),
        st.tuples(st.just("withdraw"), st.integers(0, 9)),
        st.tuples(st.just("undo"), st.integers(0, 9), st.integers(0, 9)),
        st.tuples(st.just("open")),
    ),
    max_size=20,
)


class Model:
    """Contents by receipt, and the corrections that count by id."""

    def __init__(self) -> None:
        self.raw: dict[str, bytes] = {}
        self.counting: dict[str, dict[str, Replace | Withdraw]] = {}

    def corrected(self, receipt: str) -> bytes | None:
        changes = self.counting[receipt].values()
        if any(isinstance(change, Withdraw) for change in changes):
            return None
        content = self.raw[receipt]
        replacements = [change for change in changes if isinstance(change, Replace)]
        for change in sorted(replacements, key=lambda each: -each.offset):
            content = content[: change.offset] + change.new + content[change.offset + len(change.old) :]
        return content

    def fits(self, receipt: str, change: Replace | Withdraw) -> bool:
        others = self.counting[receipt].values()
        if isinstance(change, Withdraw):
            return not any(isinstance(other, Withdraw) for other in others)
        covered = {i for other in others if isinstance(other, Replace) for i in range(other.offset, other.end)}
        return bool(change.old) and change.old != change.new and covered.isdisjoint(range(change.offset, change.end))


def attempt(archive: Archive, receipt: str, change: Replace | Withdraw | Undo) -> Correction | None:
    try:
        return archive.correct(receipt, change, reason="a reason", by="a person")
    except ArchiveError:
        return None


def corrected(archive: Archive, receipt: str) -> bytes | None:
    try:
        with archive.open_corrected(receipt) as stream:
            return stream.read()
    except WithdrawnError:
        return None


def run(archive: Archive, model: Model, plan: list[tuple]) -> Archive:
    for step in plan:
        ids = list(model.raw)
        match step:
            case ("add", content):
                receipt = archive.add(content, source="s", name="n").id
                model.raw[receipt], model.counting[receipt] = content, {}
            case ("open",):
                archive = Archive.at(archive.folder)
            case ("undo", which, number) if ids:
                receipt = ids[which % len(ids)]
                made = [each.id for each in archive.corrections(receipt) if not isinstance(each.change, Undo)]
                if made:
                    target = made[number % len(made)]
                    done = attempt(archive, receipt, Undo(target)) is not None
                    assert done == (model.counting[receipt].pop(target, None) is not None)
            case (kind, which, *rest) if ids:
                receipt = ids[which % len(ids)]
                change: Replace | Withdraw = Withdraw()
                if kind == "replace":
                    offset, length, new = rest
                    change = Replace(offset, model.raw[receipt][offset : offset + length], new)
                entry = attempt(archive, receipt, change)
                assert (entry is not None) == model.fits(receipt, change)
                if entry:
                    model.counting[receipt][entry.id] = change
    return archive


@settings(max_examples=150, deadline=None)
@given(steps)
def test_any_sequence_gives_what_a_dictionary_gives(plan: list[tuple]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        model = Model()
        archive = run(Archive.at(Path(folder) / "archive"), model, plan)
        assert [receipt.id for receipt in archive.receipts()] == list(model.raw)
        for receipt, content in model.raw.items():
            assert archive.open(receipt).read() == content
            assert corrected(archive, receipt) == model.corrected(receipt)
            assert archive.standing(receipt).ids == tuple(sorted(model.counting[receipt]))
        assert not list(archive.verify())
