"""A book in words comes in; the faces of its pages go out."""
