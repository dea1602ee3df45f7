"""What care costs: an hour of home care and a week in a care home, taken apart. Pure and exact; no floats."""
