"""The archive as tables."""
