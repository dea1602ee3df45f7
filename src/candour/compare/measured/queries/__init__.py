"""Every query that a comparison of metrics asks the tables.

They are put together from this package's own words only; whatever comes from outside is a parameter.
"""
