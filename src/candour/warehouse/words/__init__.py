"""Indexes of words, in SQLite's FTS5, beside the tables: what processes and registrations are named and described by.

They are files of a version as its tables are: a function of them, made aside, carried over with what did not change.
"""
