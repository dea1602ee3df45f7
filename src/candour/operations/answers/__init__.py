"""What people ask of a contract, answered in sentences from what was published of it."""
