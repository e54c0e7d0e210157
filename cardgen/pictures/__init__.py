"""Authors' own pictures: read with care, because they come from anywhere, and made ready to be drawn."""
