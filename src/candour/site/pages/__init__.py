"""What all pages have in common: how one is asked for, made, shown, and taken away."""
