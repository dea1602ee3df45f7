"""A council as one would look it up: who gives care there, what it buys, what came of it, beside councils like it."""
