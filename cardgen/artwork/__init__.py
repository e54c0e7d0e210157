"""Drawings, icons and themes come in; marks of body figures, strokes and symbols go out."""
