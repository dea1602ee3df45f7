"""Awards that anybody can recompute: criteria, gates, methods, panels, lots. Pure and exact: no float decides."""
