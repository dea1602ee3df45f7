"""Finding the links among very many processes, without comparing each with each."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from candour.care.link_decision import LinkDecision, last_on_each
from candour.care.procurement import HOPELESS_CLOSING, Link, Process, link

_NEIGHBOURS = 30
"""In a group larger than this, each process is compared only with so many of those published nearest to it."""

_TITLES_MEET = 270
"""Days: titles alone never link what was published further apart than this; closing dates and references may."""

_End = tuple[str, str]
"""A process's ocid and another publisher, at which it can have one twin."""

_LONG_AGO = date(1, 1, 1)


def find_links(processes: Iterable[Process], decisions: Iterable[LinkDecision] = ()) -> Iterator[Link]:
    """Every link among the processes, in the order of their ocids.

    Candidates share a buyer and one of: all the title's words, the rarest of them, the closing date, a reference; or
    one names the other. A process is linked to at most one of each other publisher: where two would fit equally
    well, neither is linked, because which one is right cannot be told. A person's decision outweighs all of this.
    """
    known = list(processes)
    yield from settled_links(
        candidate_links(known), {process.ocid: process.publisher for process in known}, decisions
    )


def candidate_links(processes: Iterable[Process]) -> Iterator[Link]:
    """Every pair among the processes whose evidence makes a link, also several of one process."""
    known = sorted(processes, key=lambda process: (process.published or _LONG_AGO, process.ocid))
    for i, j in _candidates(known):
        if (linked := link(known[i], known[j])) is not None:
            yield linked


def settled_links(
    candidates: Iterable[Link], publishers: Mapping[str, str], decisions: Iterable[LinkDecision] = ()
) -> Iterator[Link]:
    """The links that stand, in the order of their ocids: what people decided, and the best of the candidates.

    `publishers` gives the publisher of every ocid. Of several decisions on one pair the last counts.
    """
    decided = {_ocids(decision): decision for decision in last_on_each(decisions).values()}
    found = {pair: linked for linked in candidates if (pair := (linked.a, linked.b)) not in decided}
    confirmed = list(_confirmed(decided))
    settled = {end for linked in confirmed for end in _ends(linked, publishers)}
    scored = _best((linked for linked in found.values() if settled.isdisjoint(_ends(linked, publishers))), publishers)
    yield from sorted((*scored, *confirmed), key=lambda linked: (linked.a, linked.b))


def _candidates(known: Sequence[Process]) -> Iterator[tuple[int, int]]:
    """Each pair of positions worth comparing, once, the smaller first."""
    publishers = [process.publisher for process in known]
    given: set[int] = set()
    for i, j in _near_each_other(known):
        if publishers[i] != publishers[j] and (number := i * len(known) + j) not in given:
            given.add(number)
            yield i, j
    yield from _named(known)


def _near_each_other(known: Sequence[Process]) -> Iterator[tuple[int, int]]:
    by_title, by_number = _groups(known)
    published = [_ordinal(process.published) for process in known]
    closes = [_ordinal(process.closes) for process in known]
    for group in by_title:
        for at, i in enumerate(group):
            for j in group[at + 1 : at + 1 + _NEIGHBOURS]:
                if published[j] - published[i] > _TITLES_MEET:
                    break
                if not closes[i] or not closes[j] or -HOPELESS_CLOSING <= closes[j] - closes[i] <= HOPELESS_CLOSING:
                    yield i, j
    for group in by_number:
        for at, i in enumerate(group):
            for j in group[at + 1 : at + 1 + _NEIGHBOURS]:
                yield i, j


def _ordinal(day: date | None) -> int:
    return day.toordinal() if day else 0


def _groups(known: Sequence[Process]) -> tuple[list[list[int]], list[list[int]]]:
    """Positions that share a buyer and words of the title, and those that share a buyer and a date or reference."""
    seen = Counter(word for process in known for word in set(process.title.words))
    by_title: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    by_number: defaultdict[tuple[str, object], list[int]] = defaultdict(list)
    for position, process in enumerate(known):
        rarest = min(process.title.words, key=lambda word: (seen[word], word), default="")
        for buyer in process.buyers:
            for words in {process.title.key, rarest}:
                by_title[buyer, words].append(position)
            for number in (process.closes, *process.references):
                if number:
                    by_number[buyer, number].append(position)
    return [group for group in by_title.values() if len(group) > 1], [
        group for group in by_number.values() if len(group) > 1
    ]


def _named(known: Sequence[Process]) -> Iterator[tuple[int, int]]:
    position = {number: at for at, process in enumerate(known) for number in process.known_as}
    for at, process in enumerate(known):
        for number in process.mentions:
            other = position.get(number, at)
            if other != at:
                yield min(at, other), max(at, other)


def _best(found: Iterable[Link], publishers: Mapping[str, str]) -> Iterator[Link]:
    """Links that are the best for both their ends among those with the same publisher, and alone at the top."""
    by_end: defaultdict[_End, list[Link]] = defaultdict(list)
    for linked in found:
        for end in _ends(linked, publishers):
            by_end[end].append(linked)
    best = {end: max(links, key=lambda linked: linked.score) for end, links in by_end.items() if _one_leads(links)}
    for end, linked in best.items():
        one, other = _ends(linked, publishers)
        if end == one and best.get(other) == linked:
            yield linked


def _ends(linked: Link, publishers: Mapping[str, str]) -> tuple[_End, _End]:
    """Each of the two processes, with the publisher at which the link gives it a twin."""
    return (linked.a, publishers.get(linked.b, "")), (linked.b, publishers.get(linked.a, ""))


def _one_leads(links: Sequence[Link]) -> bool:
    scores = sorted((linked.score for linked in links), reverse=True)
    return len(scores) == 1 or scores[0] > scores[1]


def _confirmed(decided: dict[tuple[str, str], LinkDecision]) -> Iterator[Link]:
    for (a, b), decision in decided.items():
        if decision.same:
            yield Link(a, b, 1.0, (decision.told(),), "a person")


def _ocids(decision: LinkDecision) -> tuple[str, str]:
    first, second = sorted((decision.a.key, decision.b.key))
    return first, second
