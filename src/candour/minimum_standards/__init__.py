"""Minimum standards: floors of a nation, which a place may raise or add to and never weaken. Pure."""
