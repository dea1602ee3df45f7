"""The part of a version that says which organisation of notices is which provider, location or council."""
