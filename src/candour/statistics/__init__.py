"""Intervals and summaries. Pure; every formula names its source."""
