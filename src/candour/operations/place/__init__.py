"""What care there is in the area of a postcode or a council."""
