"""Every value of one indicator, metric or outcome of councils: whose, when, and how they spread."""
