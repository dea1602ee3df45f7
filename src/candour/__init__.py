"""Candour: open tendering and open performance for social care."""
