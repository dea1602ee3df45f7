"""A comparison step by step: what to compare, by what, which ones; then the answer."""
