"""The five ways to compute a metric, written a second time: slow, in fractions, from the words of the definition."""

from fractions import Fraction


def slow(recipe, rows):
    """(numerator, denominator, n, value), by looking at every row again for every question."""
    way = recipe.compute
    kept = [row for row in rows if all(row.get(name) is not None for name in recipe.fields)]
    kept = [row for row in kept if all(_holds(condition, row) for condition in way.among)]
    kind = way.__struct_config__.tag
    if kind == "share":
        over = len(kept)
        above = sum(1 for row in kept if not [c for c in way.counted if not _holds(c, row)])
        return above, over, len(kept), Fraction(above, over) if over else None
    if kind == "mean":
        above = sum(Fraction(row[name]) for name in way.of for row in kept)
        return above, len(kept), len(kept), above / len(kept) if kept else None
    if kind == "median":
        ordered = sorted(Fraction(row[way.of]) for row in kept)
        middle = len(ordered) // 2
        value = (ordered[middle] + ordered[~middle]) / 2 if ordered else None
        return None, len(kept), len(kept), value
    if kind == "rate":
        above = sum(Fraction(row[way.of]) for row in kept)
        over = sum(Fraction(row[way.over]) for row in kept) if way.over else Fraction(len(kept))
        return above, over, len(kept), above / over * way.per if over else None
    assert kind == "sum ratio"
    above = sum(Fraction(row[name]) for name in way.of for row in kept)
    over = sum(Fraction(row[name]) for name in way.over for row in kept)
    return above, over, len(kept), above / over if over else None


def _holds(condition, row):
    value = row[condition.field]
    if condition.one_of:
        return any(value == one for one in condition.one_of)
    low = True if condition.at_least is None else not value < condition.at_least
    high = True if condition.below is None else not value >= condition.below
    return low and high
