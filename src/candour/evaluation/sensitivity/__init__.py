"""What would have to be different for somebody else to win."""
