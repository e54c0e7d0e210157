"""A session in words comes in; the face of a plan on one page goes out."""
