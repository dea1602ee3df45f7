"""The Care Quality Commission, England: its API and its two monthly directories."""
