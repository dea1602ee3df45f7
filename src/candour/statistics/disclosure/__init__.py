"""Disclosure control: what counts of people may be shown, so that nothing about one person can be worked out."""
