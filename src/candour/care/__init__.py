"""The vocabulary of social care, organisation identifiers, contract models, councils. Pure."""
