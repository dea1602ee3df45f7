"""Definitions of what is computed, and the queries that compute it."""
