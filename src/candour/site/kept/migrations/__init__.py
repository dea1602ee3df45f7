"""The tables of kept pages, as they came to be."""
