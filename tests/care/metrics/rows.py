"""Rows that a recipe could be given, made up."""

from decimal import Decimal

from hypothesis import strategies as st

from candour.care.metrics.fields import Number


def values(field):
    """Anything that a field may hold, and nothing."""
    if isinstance(field, Number):
        numbers = st.decimals(field.min, field.max, places=2) | st.integers(int(field.min), int(field.max)).map(
            Decimal
        )
        return st.none() | numbers
    return st.none() | st.sampled_from(field.choices)


def rows(recipe, **more):
    """Lists of rows for a recipe."""
    each = {name: values(field) for name, field in recipe.fields.items()}
    return st.lists(st.fixed_dictionaries(each | more), max_size=25)


def drawn(recipe, draw, count):
    """Rows without gaps, from a seeded generator, on both sides of whatever bound the recipe has."""
    bounds = _bounds(recipe.compute)
    return [
        {name: _drawn(field, bounds.get(name), draw) for name, field in recipe.fields.items()} for _ in range(count)
    ]


def _bounds(way):
    conditions = (*way.among, *getattr(way, "counted", ()))
    return {each.field: each.below if each.at_least is None else each.at_least for each in conditions}


def _drawn(field, bound, draw):
    if not isinstance(field, Number):
        return draw.choice(field.choices)
    low, high = (field.min, field.min + 60) if bound is None else (bound - 3, bound + 3)
    return Decimal(draw.randint(int(max(low, field.min)), int(min(high, field.max))))
