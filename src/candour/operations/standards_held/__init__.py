"""One process, or one provider, held against the minimum standards."""
