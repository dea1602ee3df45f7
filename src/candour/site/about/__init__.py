"""What the site says of itself: what it is for, who can use it, and what it knows of its readers."""
