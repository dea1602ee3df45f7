"""The tables of the counts, as they came to be."""
