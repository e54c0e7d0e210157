"""Lengths and texts come in; marks, faces and pages go out, everything at a fixed place; with the record of a print."""
