"""Like-for-like comparison of what was measured: metrics of contracts, and outcomes of councils."""
