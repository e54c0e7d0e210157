"""A PDF comes in; what it is and how it was made go out."""
