"""Routines as tables, for those who write in a spreadsheet."""
