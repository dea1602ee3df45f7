"""The Open Contracting Data Standard as code. Pure, JSON in, JSON out."""
