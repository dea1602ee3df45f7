"""Trying an evaluation design on made-up bids, before the tender is published."""
