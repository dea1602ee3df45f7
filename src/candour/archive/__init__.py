"""What was received, byte for byte, dated and hashed. Append-only."""
