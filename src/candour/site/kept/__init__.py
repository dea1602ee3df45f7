"""Pages that somebody asked to be kept: as they were, at addresses that never change."""
