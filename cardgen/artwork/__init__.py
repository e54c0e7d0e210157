"""Drawings, icons and themes come in; artworks of body figures, strokes and icons go out."""
