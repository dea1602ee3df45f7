"""Minimum standards: what places add to them, where councils stand by them, and who keeps one."""
