"""Archive to tables: a pure function of the archive, and one interface to ask the tables."""
