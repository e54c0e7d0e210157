"""Drawing: icons, body figures, and the strokes over them, as marks."""
