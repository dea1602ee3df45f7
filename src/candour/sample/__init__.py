"""Fictional contracting processes, plainly marked."""
