"""Which councils publish which parts of the extension: a habit of the council, not chance."""

from candour.sample.world import Council


def terms(council: Council) -> bool:
    """Kinds of care, whom it is for, where and by which model."""
    return council.number % 4 != 3


def rates(council: Council) -> bool:
    """What an hour, night or week costs, and what of it reaches workers."""
    return council.number % 2 == 0


def standards(council: Council) -> bool:
    """Which minimum standards hold."""
    return council.number % 3 == 0


def evaluation(council: Council) -> bool:
    """Who judges the bids, and how each was scored."""
    return council.number % 4 == 1


def targets(council: Council) -> bool:
    """What results are asked for; where not, why not."""
    return council.number % 12 != 7


def participation(council: Council) -> bool:
    """Who took part in the design, and what came of it."""
    return council.number % 3 != 1
