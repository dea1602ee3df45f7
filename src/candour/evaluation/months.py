"""Whole months between days."""

from datetime import date


def months_between(start: date, end: date) -> int:
    """Whole months from one day to another: from 31 January to 28 February none has passed."""
    months = (end.year - start.year) * 12 + end.month - start.month
    return months - (end.day < start.day)
