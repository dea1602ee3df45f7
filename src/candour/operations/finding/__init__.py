"""Finding anything by what somebody types into one box."""
