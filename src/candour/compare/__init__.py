"""Like-for-like comparison of providers, councils and contract models."""
